"""Cases as files that other programs and other desks can read."""
