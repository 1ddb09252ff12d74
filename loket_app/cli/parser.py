"""What can be typed after `loket`. Nothing heavy is imported here: help and version come at once."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, NoReturn

from loket_app.cli import handover_options, typed
from loket_app.cli.mistyped import in_our_words
from loket_app.cli.typed import DESKS
from loket_app.i18n import LANGUAGES, N_, _
from loket_app.services.complaints import Complaint

RECIPIENTS = ("iom", "fedasil", "caritas")
SCHEMAS = ("case", "handover", "manifest")

_EXITS = N_(
    "exit: 0 done; 1 a fault of Loket, with where its report lies; 2 bad input, one line that names file, place and "
    "remedy, and nothing was changed; 3 the store cannot be opened."
)


class _Parser(argparse.ArgumentParser):
    """Speaks the language of the moment, and says what is wrong in one line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False)
        self._positionals.title, self._optionals.title = _("what"), _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this and stop"))

    def error(self, message: str) -> NoReturn:
        """Instead of the usage and an exit."""
        raise Complaint(self.prog, in_our_words(message), _("See: {command} --help").format(command=self.prog))


def build() -> argparse.ArgumentParser:
    """The whole of it, in the language of the moment."""
    parser = _Parser(
        prog="loket",
        description=_("Loket, the desk program of Belgium's return desks. Without a command it opens its window."),
        epilog=_(_EXITS),
    )
    parser.add_argument("--version", action="store_true", help=_("show the version and stop"))
    _language(parser)
    _profile(parser)
    commands = parser.add_subparsers(dest="command", title=_("commands"), metavar=_("COMMAND"))
    _demo(commands)
    _check(commands)
    _track(commands)
    _summary(commands)
    _explain(commands)
    _costs(commands)
    _handover(_add(commands, "handover", _("make, open and check a handover package")))
    _schema(_add(commands, "schema", _("print the JSON Schema of the case file, or of a handover")))
    _store(_add(commands, "store", _("make, fill, read and check a store")))
    _agenda(commands)
    _rules(_add(commands, "rules", _("give the figures of a desk to other desks, and take theirs over")))
    return parser


def _demo(commands: Any) -> None:
    demo = _add(commands, "demo", _("open Loket with the four sample stories, in a store that is thrown away"))
    demo.description = _(
        "Opens Loket with the four sample stories, in a store that is thrown away at the end. With --out, or where no "
        "window can be shown, writes their case files, their summaries in nl, fr, de and en, and two sample packages instead."
    )
    demo.add_argument("--out", type=Path, metavar=_("DIR"), help=_("write to this folder (else: loket-demo)"))


def _check(commands: Any) -> None:
    check = _add(commands, "check", _("verdict, reasons, estimate and open questions of a case file"))
    _case(check)
    check.add_argument(
        "--departure", type=typed.day, metavar=_("DATE"), help=_("advise for this day, such as 2026-04-14 or 14/4/2026")
    )
    _figures(check)
    _json(check)


def _track(commands: Any) -> None:
    track = _add(commands, "track", _("where a case file stands on the return track, and by when what is to be done"))
    _case(track)
    track.add_argument(
        "--on",
        type=typed.track_day,
        metavar=_("DATE"),
        help=_("on this day (else: today), such as 2026-04-14 or 14/4/2026"),
    )
    _json(track)


def _summary(commands: Any) -> None:
    summary = _add(commands, "summary", _("the confidential summary of a case file as a PDF"))
    _case(summary)
    summary.add_argument("-o", "--out", type=Path, required=True, metavar=_("FILE.pdf"), help=_("the file to write"))
    _figures(summary)
    _force(summary)


def _explain(commands: Any) -> None:
    explain = _add(commands, "explain", _("the same in plain words, for the person to take home, as a PDF"))
    _case(explain)
    explain.add_argument("-o", "--out", type=Path, required=True, metavar=_("FILE.pdf"), help=_("the file to write"))
    explain.add_argument("--names", action="store_true", help=_("print names (else: nobody's)"))
    _figures(explain)
    _force(explain)


def _costs(commands: Any) -> None:
    costs = _add(commands, "costs", _("the costs of a case file: a statement to sign, as a PDF, or a workbook (XLSX)"))
    _case(costs)
    costs.add_argument(
        "-o", "--out", type=Path, required=True, metavar=_("FILE"), help=_("the file to write: .pdf or .xlsx")
    )
    costs.add_argument("--iom", action="store_true", help=_("the list for IOM: only what waits to be paid back"))
    _force(costs)


def _handover(handover: argparse.ArgumentParser) -> None:
    actions = handover.add_subparsers(dest="action", required=True, title=_("commands"), metavar=_("COMMAND"))
    make = _add(actions, "make", _("hand a case over: one encrypted file with what the receiver needs, and no more"))
    _case(make)
    make.add_argument("--to", choices=RECIPIENTS, required=True, help=_("who gets it"))
    lock = make.add_mutually_exclusive_group(required=True)
    lock.add_argument("--recipient", default="", metavar="age1…", help=_("lock it to this public key of the receiver"))
    _passphrase_file(lock)
    make.add_argument("-o", "--out", type=Path, required=True, metavar=_("FILE"), help=_("the file to write"))
    words = _("scans to add, each with the paper, cost or person that it belongs to: passport=scan.jpg, or by its id")
    make.add_argument("--attach", nargs="+", default=[], metavar=_("RECORD=SCAN"), help=words)
    words = _("the number of the last package for this receiver, when the case file does not hold it; 0: none")
    make.add_argument("--version-after", type=typed.count, default=0, metavar=_("NUMBER"), help=words)
    handover_options.options(make)
    _force(make)
    opening = _add(actions, "open", _("open a package: tell what it holds, or write its files to a folder"))
    opening.add_argument("package", type=Path, metavar=_("FILE"), help=_("the package"))
    opening.add_argument("-o", "--out", type=Path, metavar=_("DIR"), help=_("a new or empty folder for its files"))
    check = _add(actions, "check", _("verify packages whole, and tell what is missing in them"))
    check.add_argument("packages", type=Path, nargs="+", metavar=_("FILE"), help=_("the packages"))
    for action in (opening, check):
        key = action.add_mutually_exclusive_group(required=True)
        key.add_argument("--identity", type=Path, metavar=_("FILE"), help=_("the file with the secret key"))
        _passphrase_file(key)
    for action in (make, opening, check):
        _json(action)


def _passphrase_file(group: Any) -> None:
    group.add_argument("--passphrase-file", type=Path, metavar=_("FILE"), help=_("the file that holds the passphrase"))


def _schema(schema: argparse.ArgumentParser) -> None:
    words = _("of which file (else: the first)")
    schema.add_argument("of", nargs="?", choices=SCHEMAS, default=SCHEMAS[0], help=words)


def _store(store: argparse.ArgumentParser) -> None:
    actions = store.add_subparsers(dest="action", required=True, title=_("commands"), metavar=_("COMMAND"))
    init = _store_action(actions, "init", _("make a new, empty store and its first user"))
    init.add_argument("--desk", type=typed.desk, required=True, metavar=DESKS, help=_("the desk"))
    init.add_argument("--counsellor", default="", metavar=_("NAME"), help=_("the name behind the login"))
    bring = _store_action(actions, "import", _("put case files in: all of them or none"))
    bring.add_argument("cases", type=Path, nargs="+", metavar="CASE.json", help=_("the case files"))
    export = _store_action(actions, "export", _("write cases as case files, named by their numbers"))
    export.add_argument("numbers", nargs="*", metavar=_("NUMBER"), help=_("the cases (else: all of them)"))
    export.add_argument("-o", "--out", type=Path, required=True, metavar=_("DIR"), help=_("the folder to write to"))
    _force(export)
    _store_action(actions, "list", _("the cases of a store"))
    _store_action(actions, "verify", _("look at every page, row and case of a store"))
    _store_action(actions, "stats", _("how many cases, by status, desk and destination"))


def _agenda(commands: Any) -> None:
    agenda = _store_action(commands, "agenda", _("the days to watch as a calendar file, without names"))
    agenda.add_argument("--ics", type=Path, required=True, metavar=_("FILE.ics"), help=_("the file to write"))
    example = _("such as 2026-04-14 or 14/4/2026")
    agenda.add_argument(
        "--from",
        dest="first",
        type=typed.track_day,
        metavar=_("DATE"),
        help=_("from this day on (else: today)") + f", {example}",
    )
    agenda.add_argument(
        "--to",
        dest="last",
        type=typed.track_day,
        metavar=_("DATE"),
        help=_("until this day (else: four weeks on)") + f", {example}",
    )
    agenda.add_argument("--mine", action="store_true", help=_("only the cases of who unlocks"))
    _force(agenda)


def _rules(rules: argparse.ArgumentParser) -> None:
    actions = rules.add_subparsers(dest="action", required=True, title=_("commands"), metavar=_("COMMAND"))
    check = _add(actions, "check", _("look at a rules pack without a store"))
    check.add_argument("pack", type=Path, metavar="PACK.json", help=_("the rules pack"))
    _json(check)
    export = _store_action(actions, "export", _("write the figures that this desk confirmed as a rules pack"))
    export.add_argument("-o", "--out", type=Path, required=True, metavar="PACK.json", help=_("the file to write"))
    _force(export)
    bring = _store_action(actions, "import", _("take over what is new in a rules pack, as one act"))
    bring.add_argument("pack", type=Path, metavar="PACK.json", help=_("the rules pack"))
    bring.add_argument("--theirs", action="store_true", help=_("also where this desk says something else"))


def _store_action(actions: Any, name: str, words: str) -> argparse.ArgumentParser:
    action = _add(actions, name, words)
    _profile(action)
    action.add_argument(
        "--passphrase-file", type=Path, metavar=_("FILE"), help=_("read the passphrase here instead of asking for it")
    )
    action.add_argument("--login", default="", metavar=_("LOGIN"), help=_("who unlocks (else: the only user)"))
    _json(action)
    return action


def _add(commands: Any, name: str, words: str) -> argparse.ArgumentParser:
    added: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words, epilog=_(_EXITS))
    _language(added)
    return added


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", type=Path, metavar="CASE.json", help=_("the case file"))


def _figures(parser: argparse.ArgumentParser) -> None:
    words = _("with the figures of a desk on top: the rules pack that it exported (else: the tables of Loket alone)")
    parser.add_argument("--figures", type=Path, metavar="PACK.json", help=words)


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print one JSON document and nothing else"))


def _force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help=_("write over what is there"))


def _profile(parser: argparse.ArgumentParser) -> None:
    words = _("the folder of the store (else: this user's own)")
    parser.add_argument("--profile", type=Path, metavar=_("DIR"), default=argparse.SUPPRESS, help=words)


def _language(parser: argparse.ArgumentParser) -> None:
    words = _("the language of the answer (else: that of this computer)")
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=words)
