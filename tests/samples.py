"""Small files for tests: Turtle as a source file, without touching the disk."""

import hashlib
from pathlib import Path

from pledgegraph.store.files import SourceFile


def turtle_file(text: str, name: str = "data/sample.ttl") -> SourceFile:
    """Return `text` as the source file `name`."""
    content = text.encode()
    return SourceFile(Path(name), name, content, hashlib.sha256(content).hexdigest())
