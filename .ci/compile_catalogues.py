"""Puts the compiled catalogues into the wheel, as loket_app/translations/<language>/LC_MESSAGES/loket.mo.

Compiled in a temporary folder: a build leaves nothing in the checkout.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogues(BuildHookInterface):  # type: ignore[type-arg]  # generic only for hatchling's own builders
    """Called by hatchling, which finds it through pyproject.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile every language and name where it goes in the wheel."""
        sys.path.insert(0, self.root)  # the package that is built compiles its own words
        from loket_app.i18n.compiling import compile_all  # noqa: PLC0415 - found only since the line above

        self._place = Path(tempfile.mkdtemp())
        copy = shutil.copytree(Path(self.root, "translations"), self._place / "translations")
        for compiled in compile_all(copy):
            build_data["force_include"][str(compiled)] = f"loket_app/{compiled.relative_to(self._place).as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - likewise
        """Remove the temporary folder."""
        shutil.rmtree(self._place)
