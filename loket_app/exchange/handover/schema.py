"""The JSON Schemas of what is in a package (draft 2020-12), made from the shape of a case and the table of who needs what."""

from __future__ import annotations

from functools import cache

from loket_app.domain.attachment import LARGEST_SCAN, AttachmentKind
from loket_app.domain.case import Case
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_content import ENDINGS
from loket_app.domain.handover_needs import NEEDS
from loket_app.domain.shape import patterns
from loket_app.exchange.forms import ID, LARGEST_NUMBER, LONGEST_TEXT, MOMENT, NUMBER, TEXT, Form
from loket_app.exchange.handover.limits import LARGEST_PRINT, MOST_FILES, NAME, VERSION, VERSION_KEY
from loket_app.exchange.schema import MISSING, Schema, record_schema
from loket_app.i18n import using

MANIFEST_KEY = "loket_handover_manifest"

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SHA256 = Form("sha256", r"^[0-9a-f]{64}$", "")
_FILE = Form("file", f"^({NAME.pattern})$", "")
_PATH = Form("path", r"^[A-Za-z0-9_/-]{1,300}$", "")


@cache
def handover_schema() -> Schema:
    """What handover.json holds, with English titles. Recipients get different fields of it."""
    with using("en"):
        records = {shape.kind: pattern for pattern, shape in patterns() if shape.is_record and _wanted(pattern)}
        case = record_schema(Case, "", _wanted)
        defs = {kind.__name__: record_schema(kind, f"{pattern}/", _wanted) for kind, pattern in records.items()}
    fields = {
        VERSION_KEY: {"title": "Version of this format", "const": VERSION},
        "recipient": _recipient(),
        "case": {"title": "The case, as far as the recipient needs it", "$ref": "#/$defs/Case"},
        "scans": {"title": "The scans in this package", "type": "array", "items": _scan(), "maxItems": MOST_FILES},
        "changes": {
            "title": "What it says otherwise than the version it corrects",
            "type": "array",
            "items": _change(),
        },
    }
    return {
        "$schema": _DRAFT,
        "$id": f"urn:loket:handover:{VERSION}",
        "title": "Loket handover",
        "description": "One return request, handed over. A question that was not asked, or is not needed, is left out.",
        **_object(fields, optional=("changes",)),
        "$defs": {"missing": MISSING, "Case": case, **defs},
    }


@cache
def manifest_schema() -> Schema:
    """What manifest.json holds."""
    fields = {
        MANIFEST_KEY: {"title": "Version of this format", "const": VERSION},
        "made_at": {"title": "When it was made", **_text(MOMENT)},
        "made_with": {"title": "The program that made it", **_text(TEXT)},
        "desk": {"title": "The return desk that hands over", **_text(TEXT)},
        "recipient": _recipient(),
        "number": {"title": "Case number", **_text(NUMBER)},
        "revision": {"title": "Number of changes of the case until then", **_count()},
        "tables_version": {"title": "Version of the rates and rules", **_text(TEXT)},
        "version": {"title": "Which handover of this case to this recipient, from 1", **_count()},
        "corrects": {
            "title": "The package that this one replaces",
            **_object({"version": _count(), "sha256": _text(_SHA256)}),
        },
        "gaps": {"title": "Fields that the recipient needs and nobody asked", "type": "array", "items": _text(_PATH)},
        "files": {
            "title": "Every other file of this package",
            "type": "array",
            "items": _listed(),
            "maxItems": MOST_FILES,
        },
    }
    return {
        "$schema": _DRAFT,
        "$id": f"urn:loket:handover-manifest:{VERSION}",
        "title": "Manifest of a Loket handover",
        **_object(fields, optional=("corrects",)),
    }


def _wanted(pattern: str) -> bool:
    """Whether any recipient gets the field, or something below it."""
    return any(row == pattern or row.startswith(f"{pattern}/") for row in NEEDS)


def _object(fields: Schema, optional: tuple[str, ...] = ()) -> Schema:
    required = [name for name in fields if name not in optional]
    return {"type": "object", "additionalProperties": False, "required": required, "properties": fields}


def _text(form: Form) -> Schema:
    more = {"maxLength": LONGEST_TEXT} if form is TEXT else {}
    return {
        "type": "string",
        "pattern": form.pattern,
        **({"format": form.name} if form in (MOMENT, NUMBER) else {}),
        **more,
    }


def _count(most: int = LARGEST_NUMBER) -> Schema:
    return {"type": "integer", "minimum": 0, "maximum": most}


def _recipient() -> Schema:
    return {"title": "Who gets it", "enum": [recipient.value for recipient in Recipient]}


def _scan() -> Schema:
    fields = {
        "id": _text(ID),
        "file": {"title": "Its name in this package", **_text(_FILE)},
        "kind": {"enum": [kind.value for kind in AttachmentKind]},
        "media_type": {"enum": list(ENDINGS)},
        "size": {"title": "Bytes", **_count(LARGEST_SCAN)},
        "sha256": _text(_SHA256),
        "about": {"title": "The id of the record that it belongs to", **_text(TEXT)},
        "title": _text(TEXT),
    }
    return _object(fields, optional=("about", "title"))


def _change() -> Schema:
    """`before` and `after` in the form of the field or record; left out where there is none.

    Neither: it is no longer handed over, or the record is gone.
    """
    return _object({"path": _text(_PATH), "before": {}, "after": {}}, optional=("before", "after"))


def _listed() -> Schema:
    return _object({"name": _text(_FILE), "size": _count(LARGEST_PRINT), "sha256": _text(_SHA256)})
