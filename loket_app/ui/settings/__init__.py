"""How this person and this desk like Loket."""
