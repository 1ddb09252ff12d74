"""The same services without a screen: one module a command, each imported when it is called."""
