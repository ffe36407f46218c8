"""Checks in the process that asks, for a command that has nobody to keep waiting.

Promises that engine and shapes are loaded when they are first needed, and once.
"""

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from pledgegraph.store.files import SourceFile
from pledgegraph.store.port import GraphStore
from pledgegraph.validation.findings import ValidationReport
from pledgegraph.validation.profiles import Profile

if TYPE_CHECKING:
    from pledgegraph.validation.context import Context


class InProcess:
    """Checks what is shipped, without a deadline and a bound on memory."""

    def __init__(self, store: GraphStore, files: Sequence[SourceFile], *, engine: str) -> None:
        """Check what is in `store`, with the shapes among `files`, by `engine`."""
        self._store = store
        self._files = files
        self._engine = engine
        self._lock = Lock()
        self._context: Context | None = None

    def validate_version(
        self, version: str, *, profile: Profile = Profile.RECORD
    ) -> ValidationReport:
        """Return the report on a shipped version, by its IRI. See `versions.validate_version`."""
        from pledgegraph.validation.versions import validate_version

        return validate_version(version, context=self._get_context(), profile=profile)

    def _get_context(self) -> "Context":
        from pledgegraph.validation.context import Context
        from pledgegraph.validation.engines import get_engine
        from pledgegraph.validation.shapes import ShapeSet

        with self._lock:
            if self._context is None:
                shapes = ShapeSet.from_files(self._files)
                engine = get_engine(self._engine)
                self._context = Context.from_store(self._store, shapes, engine=engine)
            return self._context
