"""Where the packaged files are: ontology, shapes and data.

Promises one answer for both ways of running: an installed wheel carries the folders inside the
package, a checkout has them at its root. Imports nothing of the package but errors.
"""

from dataclasses import dataclass
from pathlib import Path

from pledgegraph.errors import SettingsError

FOLDERS = ("ontology", "shapes", "data")


@dataclass(frozen=True, slots=True)
class Resources:
    """The folder that holds `ontology/`, `shapes/` and `data/`."""

    root: Path

    @property
    def ontology(self) -> Path:
        """The folder of the vocabulary and the code lists."""
        return self.root / "ontology"

    @property
    def shapes(self) -> Path:
        """The folder of the SHACL shapes, one folder per subject."""
        return self.root / "shapes"

    @property
    def data(self) -> Path:
        """The folder of the facts."""
        return self.root / "data"


def find_resources(root: Path | None = None) -> Resources:
    """Return where ontology, shapes and data are.

    With `root` that folder is taken and nothing else is tried. Without it: the folder inside the
    installed package, else the root of the checkout this file stands in.

    Raises:
        SettingsError: no folder holds all three.
    """
    package = Path(__file__).resolve().parent
    candidates = (root,) if root is not None else (package / "resources", package.parents[1])
    for candidate in candidates:
        if not _missing(candidate):
            return Resources(candidate)
    raise SettingsError(
        setting="resources",
        problem=f"{candidates[-1]} lacks {', '.join(_missing(candidates[-1]))}",
        remedy="give a folder that has all three with --resources, or install the package again",
    )


def _missing(folder: Path) -> list[str]:
    return [f"{name}/" for name in FOLDERS if not (folder / name).is_dir()]
