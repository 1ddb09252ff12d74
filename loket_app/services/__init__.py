"""One function or small class for each thing a counsellor does."""
