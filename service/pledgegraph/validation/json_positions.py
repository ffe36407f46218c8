"""On which line of a JSON-LD file a subject is described.

As for Turtle, the parser judges a file but gives no places in it, so the text is scanned once, in
linear time, after it was accepted. A subject stands at the first object that has its `@id` and
says something of it. Promises no line rather than a wrong one where a prefix is defined in two
ways. Imports no third party.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from pledgegraph.terms import PREFIXES

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]', re.DOTALL)


def find_json_lines(text: str) -> Mapping[str, int]:
    r"""Return the line, from 1, on which each subject of a JSON-LD document is first described.

    >>> find_json_lines('[{"@id": "req:II.g",\n "x:p": {"@id": "x:b"}},\n{"@id": "x:c", "x:p": 1}]')
    {'https://w3id.org/pledgegraph/req/seoul-2024/II.g': 1, 'x:c': 3}
    """
    scan = _Scan()
    line, scanned = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", scanned, match.start())
        scanned = match.start()
        scan.take(match.group(), line)
    prefixes = {**PREFIXES, **scan.prefixes}
    found: dict[str, int] = {}
    for name, at in sorted(scan.found, key=lambda pair: pair[1]):
        iri = _expand(name, prefixes)
        if iri is not None:
            found.setdefault(iri, at)
    return found


def _expand(name: str, prefixes: Mapping[str, str | None]) -> str | None:
    prefix, _, local = name.partition(":")
    if prefix not in prefixes or local.startswith("//"):
        return name
    base = prefixes[prefix]
    return None if base is None else base + local


@dataclass(slots=True)
class _Object:
    """A JSON object or array, so far as it was scanned."""

    is_object: bool
    is_context: bool
    is_key_next: bool
    key: str = ""
    subject: tuple[str, int] | None = None
    says: bool = False


@dataclass(slots=True)
class _Scan:
    """What was found so far; `prefixes` has None for one that is defined in two ways."""

    found: list[tuple[str, int]] = field(default_factory=list)
    prefixes: dict[str, str | None] = field(default_factory=dict)
    stack: list[_Object] = field(default_factory=lambda: [_create_object("[", None)])

    def take(self, mark: str, line: int) -> None:
        """Take the next string or sign, which begins on `line`."""
        top = self.stack[-1]
        match mark:
            case "{" | "[":
                self.stack.append(_create_object(mark, top))
            case "}" | "]":
                self.stack.pop()
                if top.subject and top.says and not top.is_context:
                    self.found.append(top.subject)
            case ",":
                top.is_key_next = top.is_object
            case ":":
                top.is_key_next = False
            case _ if top.is_key_next:
                top.key = json.loads(mark)
                top.says = top.says or top.key not in ("@id", "@context")
            case _:
                self._take_value(top, json.loads(mark), line)

    def _take_value(self, top: _Object, text: str, line: int) -> None:
        if top.is_context and top.is_object:
            known = self.prefixes.setdefault(top.key, text)
            self.prefixes[top.key] = text if known == text else None
        elif top.key == "@id":
            top.subject = (text, line)


def _create_object(mark: str, outer: _Object | None) -> _Object:
    is_context = outer is not None and (outer.is_context or outer.key == "@context")
    return _Object(is_object=mark == "{", is_context=is_context, is_key_next=mark == "{")
