"""The windows before the cases: first start, unlock, lock, and one for each thing that keeps the door shut.

Nothing here imports a store, a document or cryptography: the first window stands before they are loaded.
"""
