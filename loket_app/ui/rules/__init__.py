"""Rates and rules: everything the advice is made from, to read."""
