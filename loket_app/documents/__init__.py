"""Documents on paper: the confidential summary and the recovery sheet, in every script, as bytes that never touch a disk."""
