"""One file a version, never altered after it was released."""
