"""From settings to a service that answers: the one place that knows all floors below.

Promises that every start, and every reading command, builds the same catalogue from the same
files, takes no lock and writes nothing.
"""

from dataclasses import dataclass

from pledgegraph.catalogue import Catalogue
from pledgegraph.reader import read_records
from pledgegraph.resources import Resources, find_resources
from pledgegraph.settings import Settings
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile, load_files, revision_of
from pledgegraph.store.port import GraphStore


@dataclass(frozen=True, slots=True)
class Service:
    """An opened dataset: its files, the published store, and the read model over it."""

    resources: Resources
    files: tuple[SourceFile, ...]
    store: GraphStore
    catalogue: Catalogue


def open_service(settings: Settings) -> Service:
    """Read the packaged files and return the service over them.

    Shapes do not run here: they are for tests and for what is handed in.

    Raises:
        SettingsError: the files are not where they should be.
        DataError: a file is no Turtle, or holds what the reader cannot read.
    """
    resources = find_resources(settings.resources)
    files = load_files(resources)
    store = EmbeddedStore.from_files(files)
    catalogue = Catalogue(read_records(store, files), revision=revision_of(files))
    return Service(resources, files, store, catalogue)
