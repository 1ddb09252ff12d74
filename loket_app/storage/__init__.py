"""Keeps cases in one encrypted file: SQLAlchemy on SQLCipher. Only frozen data of the domain leaves this layer."""
