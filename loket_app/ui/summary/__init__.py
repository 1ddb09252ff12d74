"""The confidential summary on screen: looked at, printed, saved."""
