"""Parts of a step that are no plain question."""
