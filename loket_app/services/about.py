"""Which Loket this is."""

from __future__ import annotations

from pathlib import Path


def version() -> str:
    """The version: of the installed package, else the one that the checkout is about to become."""
    from importlib import metadata  # noqa: PLC0415  late: it takes as long as the rest of `loket --version`

    try:
        return metadata.version("loket")
    except metadata.PackageNotFoundError:
        import tomllib  # noqa: PLC0415  a checkout only

        project = Path(__file__).parents[2] / "pyproject.toml"
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
