"""The folder of papers into `PaperRules`, whole or not at all: one file a need, a way to get a paper, or a remark."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from loket_app.domain.money import Money
from loket_app.domain.paper_remarks import CONDITIONS as REMARKED
from loket_app.domain.paper_rules import Issuing, PaperRule, PaperRules, Remark, Request
from loket_app.domain.papers import CONDITIONS
from loket_app.domain.travel import DocumentKind
from loket_app.paths import resources
from loket_app.rules.errors import RulesError
from loket_app.rules.files import digest, parsed, texts_below, version_of
from loket_app.rules.section import Section

VERSION, REQUEST = "papers.toml", "request.toml"
_NEEDS, _ISSUING, _REMARKS = "needs/", "issuing/", "remarks/"
_NEED = ("order", "documents", "firm", "dated", "from", "until", "title", "why", "source")
_WAY = ("country", "document", "fee", "from", "until", "title", "source")
_REMARK = ("from", "until", "title", "source")
_MOST = 99
_ASK = ("mail", "from", "until", "proof", "source")


def load_paper_rules(folder: Path | None = None) -> PaperRules:
    """Read every *.toml of the folder; without one, the rules that come with Loket.

    Raises RulesError, which names file, key and date; OSError when a file cannot be opened.
    """
    texts = texts_below(folder or resources() / "rules" / "papers")
    files = {file: parsed(file, text) for file, text in texts.items()}
    version, _dated = version_of(VERSION, files)
    _demand_places(files)
    return PaperRules(
        version=f"{version}+{digest(texts)}",
        rules=_needs({file: data for file, data in files.items() if file.startswith(_NEEDS)}),
        issuing=tuple(_issuing(file, data) for file, data in files.items() if file.startswith(_ISSUING)),
        request=_request(files),
        remarks=tuple(_remark(file, data) for file, data in files.items() if file.startswith(_REMARKS)),
    )


def _demand_places(files: Mapping[str, dict[str, Any]]) -> None:
    for file in files:
        if file not in (VERSION, REQUEST) and not file.startswith((_NEEDS, _ISSUING, _REMARKS)):
            raise RulesError(file, "", "stands in none of the folders needs, issuing, remarks")
    for folder, conditions in ((_NEEDS, CONDITIONS), (_REMARKS, REMARKED)):
        for name in sorted(conditions):
            if f"{folder}{name}.toml" not in files:
                raise RulesError(f"{folder}{name}.toml", "", "is missing: the condition of that id has no rule")


def _needs(files: Mapping[str, dict[str, Any]]) -> tuple[PaperRule, ...]:
    taken: dict[int, str] = {}
    rules = []
    for file, data in files.items():
        rule = _need(file, data)
        if rule.order in taken:
            raise RulesError(file, "order", f"{rule.order} is that of {taken[rule.order]} too")
        taken[rule.order] = file
        rules.append(rule)
    return tuple(sorted(rules, key=lambda rule: rule.order))


def _need(file: str, data: Mapping[str, Any]) -> PaperRule:
    section = Section(file, data, _NEED, day=_first_day(data))
    name = PurePosixPath(file).stem
    if name not in CONDITIONS:
        raise section.wrong("", f"no condition has the id {name}")
    documents = section.choices("documents", DocumentKind)
    if not documents:
        raise section.wrong("documents", "is missing: a need names the papers that meet it")
    return PaperRule(
        id=name,
        order=section.whole("order", 1, _MOST),
        title=section.words("title"),
        why=section.words("why"),
        documents=documents,
        firm=section.flag("firm"),
        dated=section.flag("dated"),
        period=section.period(),
        source=section.source(),
    )


def _issuing(file: str, data: Mapping[str, Any]) -> Issuing:
    section = Section(file, data, _WAY, day=_first_day(data))
    fee: Money | None = section.money("fee") if section.has("fee") else None
    return Issuing(
        id=PurePosixPath(file).stem,
        country=section.known_country("country", section.text("country")),
        document=section.choice("document", DocumentKind),
        title=section.words("title"),
        fee=fee,
        period=section.period(),
        source=section.source(),
    )


def _remark(file: str, data: Mapping[str, Any]) -> Remark:
    section = Section(file, data, _REMARK, day=_first_day(data))
    name = PurePosixPath(file).stem
    if name not in REMARKED:
        raise section.wrong("", f"no condition has the id {name}")
    return Remark(name, section.words("title"), section.period(), section.source())


def _request(files: Mapping[str, dict[str, Any]]) -> Request:
    if REQUEST not in files:
        raise RulesError(REQUEST, "", "is missing: it says where papers are asked back")
    section = Section(REQUEST, files[REQUEST], _ASK, day=_first_day(files[REQUEST]))
    mail = section.text("mail")
    if "@" not in mail or any(sign.isspace() for sign in mail):
        raise section.wrong("mail", "is no address of mail")
    return Request(mail, section.period(), section.words("proof"), section.source())


def _first_day(data: Mapping[str, Any]) -> date | None:
    """The day that an error names, when the file has one."""
    start = data.get("from")
    return start if type(start) is date else None
