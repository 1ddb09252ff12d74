"""Answer fields: every kind of answer that a case holds, each of which may be missing for a reason."""
