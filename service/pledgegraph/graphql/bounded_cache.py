"""What was worked out before, kept within bounds.

Promises that it never holds more entries or more bytes than it was made for, that what was used
least recently goes first, and that threads may share it. Must not be a global: who needs one makes
one.
"""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class BoundedCache(Generic[K, V]):
    """Values by key, bounded by their number and by the bytes they are said to take.

    >>> cache: BoundedCache[str, int] = BoundedCache(max_entries=2, max_bytes=100)
    >>> for name, value in (("a", 1), ("b", 2), ("c", 3)):
    ...     cache.add(name, value, size=10)
    >>> cache.find("a"), cache.find("c"), len(cache), cache.size
    (None, 3, 2, 20)
    """

    def __init__(self, *, max_entries: int, max_bytes: int) -> None:
        """Make an empty cache; one of no bytes or no entries keeps nothing."""
        self._max_entries = max_entries
        self._max_bytes = max_bytes
        self._entries: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._entries)

    @property
    def size(self) -> int:
        """The bytes that the entries are said to take."""
        return self._size

    def find(self, key: K) -> V | None:
        """Return what was added under `key`, and count it as used just now."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                return None
            self._entries.move_to_end(key)
            return entry[0]

    def add(self, key: K, value: V, *, size: int) -> None:
        """Keep `value`, which takes `size` bytes; what is larger than the cache is not kept."""
        if size > self._max_bytes or self._max_entries < 1:
            return
        with self._lock:
            _, old_size = self._entries.pop(key, (None, 0))
            self._entries[key] = (value, size)
            self._size += size - old_size
            while self._size > self._max_bytes or len(self._entries) > self._max_entries:
                _, (_, dropped) = self._entries.popitem(last=False)
                self._size -= dropped
