"""The return track on screen: drawn, in words, and what is printed of it."""
