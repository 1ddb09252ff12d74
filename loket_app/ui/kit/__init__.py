"""Small pieces that every screen shares."""
