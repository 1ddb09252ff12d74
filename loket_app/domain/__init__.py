"""What is true at a return desk: frozen data and pure functions, standard library only."""
