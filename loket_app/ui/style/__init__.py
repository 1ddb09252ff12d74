"""How Loket looks: one token file, from which the palette, the style sheet and the icons follow.

`apply(app, theme)` dresses the program and may be called again while it runs; `current()` gives the tokens in force.
`icon(name)` draws from resources/icons in the token colour of its role, also after a change of theme.
"""

from loket_app.ui.style.icons import icon, pixmap
from loket_app.ui.style.marks import mark
from loket_app.ui.style.ring import paint_ring
from loket_app.ui.style.theme import apply, current, fixed_width, tabular
from loket_app.ui.style.tokens import Theme, Tokens

__all__ = ["Theme", "Tokens", "apply", "current", "fixed_width", "icon", "mark", "paint_ring", "pixmap", "tabular"]
