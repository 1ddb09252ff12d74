"""What stands around every page: the window, the rail, finding, locking."""
