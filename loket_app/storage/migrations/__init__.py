"""Migrations, run by migrating.py."""
