"""Loket: the desk program of Belgium's return desks."""
