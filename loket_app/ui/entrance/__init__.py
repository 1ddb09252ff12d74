"""The windows before the cases: first start, unlock, lock, and one for each thing that keeps the door shut.

Nothing here imports a store, a document or cryptography: the first window stands before they are loaded.
"""

from loket_app.ui.entrance.lasting import make_lasting

make_lasting()
