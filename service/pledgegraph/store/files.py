"""The packaged files as the truth: which are published, in which graph, and at which revision.

Promises that the same bytes give the same revision, and that broken Turtle stops the load with
its file, line and column. Imports no RDF library: parsing belongs to the adapter.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Final
from urllib.parse import quote

from pledgegraph.errors import DataError
from pledgegraph.resources import FOLDERS, Resources
from pledgegraph.store.term import Iri

GRAPH_BASE: Final = "https://w3id.org/pledgegraph/graph/"
TURTLE: Final = "text/turtle"
JSON_LD: Final = ("application/ld+json", "application/json")
JSON_LD_SUFFIXES: Final = (".jsonld", ".json")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One packaged file: where it is, its name below the root, its bytes and their SHA-256.

    A file that was sent has a `media_type`; of others the name tells what they are.
    """

    path: Path
    name: str
    content: bytes
    sha256: str
    media_type: str | None = None

    @property
    def graph(self) -> Iri:
        """The named graph of a file: its name below one base, without the suffix of Turtle."""
        # A file that is handed in may be called anything; shipped names need no quoting.
        return Iri(GRAPH_BASE + quote(self.name.removesuffix(".ttl")))

    @property
    def is_turtle(self) -> bool:
        """Whether the file holds a graph as Turtle; all that is shipped as a graph does."""
        return self.media_type == TURTLE if self.media_type else self.name.endswith(".ttl")

    @property
    def is_json_ld(self) -> bool:
        """Whether the file holds a graph as JSON-LD, a form in which one may be handed in."""
        if self.media_type:
            return self.media_type in JSON_LD
        return self.name.endswith(JSON_LD_SUFFIXES)


def create_upload(content: bytes, *, media_type: str) -> SourceFile:
    """Return what was sent as a file that is called “upload”."""
    sha256 = hashlib.sha256(content).hexdigest()
    return SourceFile(Path("upload"), "upload", content, sha256, media_type)


def load_files(resources: Resources) -> tuple[SourceFile, ...]:
    """Read every published file, sorted by name.

    Published are the Turtle of `ontology/` and `data/`, the texts of `data/` and the `shapes.ttl`
    of each subject; the examples and manifests beside the shapes are for tests alone.

    Raises:
        DataError: a file or folder cannot be read.
    """
    paths = (path for folder in FOLDERS for path in list_paths(resources.root / folder))
    names = {path.relative_to(resources.root).as_posix(): path for path in paths}
    return tuple(load_file(names[name], name) for name in sorted(names) if _is_published(name))


def revision_of(files: tuple[SourceFile, ...]) -> str:
    """Return the revision of a dataset: 16 hex digits over the sorted names and file hashes."""
    lines = sorted(f"{file.sha256}  {file.name}\n" for file in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]


def list_paths(folder: Path) -> tuple[Path, ...]:
    """Return the files in `folder` and below, sorted.

    Raises:
        DataError: a folder cannot be read.
    """
    # Path.rglob passes over what it may not read; a dataset with a part missing must not start.
    found = os.walk(folder, onerror=_refuse_folder)
    return tuple(sorted(Path(parent, name) for parent, _, names in found for name in names))


def load_file(path: Path, name: str) -> SourceFile:
    """Read one file, which is called `name` in messages and in the name of its graph.

    Raises:
        DataError: it cannot be read, or is no regular file: a pipe might never end.
    """
    try:
        is_regular = S_ISREG(path.stat().st_mode)
        content = path.read_bytes() if is_regular else b""
    except OSError as error:
        raise DataError(
            file=name,
            problem=f"the file cannot be read ({error.strerror})",
            expected="a readable file: check its permissions",
        ) from error
    if not is_regular:
        raise DataError(file=name, problem="it is no regular file", expected="a file of text")
    return SourceFile(path, name, content, hashlib.sha256(content).hexdigest())


def _refuse_folder(error: OSError) -> None:
    raise DataError(
        file=str(error.filename),
        problem=f"the folder cannot be read ({error.strerror})",
        expected="a readable folder: check its permissions",
    ) from error


def _is_published(name: str) -> bool:
    folder, _, rest = name.partition("/")
    if folder == "shapes":
        return rest.endswith("/shapes.ttl")
    return rest.endswith(".ttl") or (folder == "data" and rest.endswith(".txt"))
