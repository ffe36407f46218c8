"""What is given to be checked: files by name, and where their subjects stand. No third party."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pledgegraph.errors import InvalidArgument
from pledgegraph.store.files import JSON_LD_SUFFIXES, SourceFile, list_paths, load_file
from pledgegraph.store.limits import check_size
from pledgegraph.store.term import Triple
from pledgegraph.validation.json_positions import find_json_lines
from pledgegraph.validation.positions import find_lines
from pledgegraph.validation.shipped import Subject, describe


@dataclass(frozen=True, slots=True)
class Given:
    """The triples of each file by its name, and the files, as far as they are at hand."""

    parts: Mapping[str, Sequence[Triple]]
    sources: Sequence[SourceFile]

    @property
    def triples(self) -> tuple[Triple, ...]:
        """All that the files say."""
        return tuple(triple for part in self.parts.values() for triple in part)

    def find_files(self) -> Mapping[Subject, str]:
        """Return each subject, and the file that it is described in."""
        files: dict[Subject, str] = {}
        for name, part in sorted(self.parts.items(), reverse=True):
            files |= dict.fromkeys(describe(part), name)
        return files

    def find_lines(self, names: Iterable[str]) -> Mapping[str, Mapping[str, int]]:
        """Return by file, of those called `names`, the line of each subject by its IRI."""
        wanted = set(names)
        return {
            source.name: _find_lines(source) for source in self.sources if source.name in wanted
        }


def _find_lines(source: SourceFile) -> Mapping[str, int]:
    text = source.content.decode("utf-8")
    return find_json_lines(text) if source.is_json_ld else find_lines(text)


def load_given(paths: Iterable[Path]) -> tuple[SourceFile, ...]:
    """Read the files at `paths`, and those in the folders among them, sorted by name.

    In a folder those count that end in `.ttl` or `.jsonld`; any other JSON there need not be
    JSON-LD. A file is named by its path as given.

    Raises:
        InvalidArgument: there is nothing at a path, or nothing there has a fitting name.
        LimitExceeded: a file is too large.
        DataError: a file cannot be read.
    """
    found = {str(file): file for path in paths for file in _list_given(path)}
    for name, file in found.items():
        if file.is_file():  # else it is refused where it is read
            check_size(file.stat().st_size, name)
    return tuple(load_file(found[name], name) for name in sorted(found))


def _list_given(path: Path) -> list[Path]:
    in_folder = (".ttl", ".jsonld")
    if path.is_dir():
        files = [file for file in list_paths(path) if file.suffix in in_folder]
    else:
        files = [path] if path.suffix in (".ttl", *JSON_LD_SUFFIXES) else []
    if not path.exists():
        problem = "nothing is there"
    elif not files:
        problem = "no name there ends in .ttl or .jsonld"
    else:
        return files
    raise InvalidArgument(
        argument=str(path),
        problem=problem,
        expected="a file of Turtle (.ttl) or JSON-LD (.jsonld, .json), or a folder of such files",
    )
