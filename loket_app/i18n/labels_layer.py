"""Words for the figures that a desk enters itself, and for rules packs."""

from __future__ import annotations

from loket_app.domain import accounts, layer, pack_preview
from loket_app.i18n import NP_
from loket_app.i18n.label_table import LabelTable

LAYER: LabelTable = {
    layer.State: {
        layer.State.PROPOSED: NP_("desk figure", "waits for a second person"),
        layer.State.CONFIRMED: NP_("desk figure", "counts"),
        layer.State.REJECTED: NP_("desk figure", "rejected"),
        layer.State.WITHDRAWN: NP_("desk figure", "withdrawn"),
    },
    layer.ActKind: {
        layer.ActKind.PROPOSE: NP_("desk figure act", "proposed"),
        layer.ActKind.CONFIRM: NP_("desk figure act", "confirmed"),
        layer.ActKind.REJECT: NP_("desk figure act", "rejected"),
        layer.ActKind.WITHDRAW: NP_("desk figure act", "withdrawn"),
        layer.ActKind.IMPORT: NP_("desk figure act", "rules pack taken over"),
        layer.ActKind.UNDO_IMPORT: NP_("desk figure act", "rules pack taken back"),
        layer.ActKind.LOOK_AGAIN: NP_("desk figure act", "looked at again, still right"),
    },
    accounts.AccountActKind: {
        accounts.AccountActKind.ADDED: NP_("account", "let in"),
        accounts.AccountActKind.REMOVED: NP_("account", "access taken away"),
    },
    layer.Obstacle: {
        layer.Obstacle.SAME_PERSON: NP_("desk figure", "entered by the same person"),
        layer.Obstacle.SETTLED: NP_("desk figure", "decided already"),
        layer.Obstacle.GONE: NP_("desk figure", "no longer there"),
    },
    pack_preview.Standing: {
        pack_preview.Standing.NEW: NP_("rules pack", "new"),
        pack_preview.Standing.CHANGED: NP_("rules pack", "changed"),
        pack_preview.Standing.SAME: NP_("rules pack", "the same"),
        pack_preview.Standing.CONFLICT: NP_("rules pack", "this desk says something else"),
        pack_preview.Standing.GONE: NP_("rules pack", "no longer in their pack"),
    },
}
