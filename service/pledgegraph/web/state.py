"""The state of a page, which stands in its address: the days it is about, and what was chosen.

Promises that two addresses which mean the same have one canonical query, that an empty value counts
as not given, and that what a page does not know is refused by name instead of being passed over.
Must not know any page: which parameters it has is given.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, Protocol, TypeAlias
from urllib.parse import parse_qsl, quote, quote_plus

from pledgegraph.catalogue.times import Times
from pledgegraph.errors import InvalidArgument, InvalidRequest
from pledgegraph.web.body import check_length

BAD_PARAMETER: Final = "BAD_PARAMETER"

_LONGEST_QUERY: Final = 4_000
_LONGEST_TEXT: Final = 200
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_MOST_FIELDS: Final = 200
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9./_~-]{0,119}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Value: TypeAlias = "str | date | Iterable[str] | None"
"""What a parameter can be changed to; None takes it away."""


class Kind(StrEnum):
    """What the value of a parameter is."""

    DAY = "day"
    NAME = "name"
    NAMES = "names"
    TEXT = "text"


_EXPECTED: Final[Mapping[Kind, str]] = {
    Kind.DAY: "a day as YYYY-MM-DD, such as 2025-02-11",
    Kind.NAME: "one name, of letters, digits and . / _ ~ -",
    Kind.NAMES: "names with commas between them, such as g42,meta",
    Kind.TEXT: f"text of at most {_LONGEST_TEXT} characters",
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter that a page knows; `choices` are all its values, empty where any name will do.

    >>> Parameter("organisations", Kind.NAMES).parse(["meta,g42", "meta"])
    ('g42', 'meta')
    """

    name: str
    kind: Kind
    choices: tuple[str, ...] = ()

    def parse(self, given: Sequence[str]) -> tuple[str, ...]:
        """Return the values that are `given`: sorted and each once; none when all are empty.

        Raises:
            InvalidRequest: one that takes one value is given several times.
            InvalidArgument: a value cannot be used.
        """
        if self.kind is Kind.NAMES:
            parts = (part.strip() for text in given for part in text.split(","))
            return tuple(sorted({self._check(part) for part in parts if part}))
        # A control character has no place in a page: it parts words, as a blank does.
        found = [" ".join(_CONTROL.sub(" ", text).split()) for text in given]
        found = [text for text in found if text]
        if len(found) > 1:
            raise InvalidRequest(
                code=BAD_PARAMETER,
                part=self.name,
                problem=f"it is given {len(found)} times",
                expected=f"it once: {self.expected}",
            )
        return tuple(self._check(text) for text in found)

    @property
    def expected(self) -> str:
        """What its value should be, in words."""
        return "one of " + ", ".join(self.choices) if self.choices else _EXPECTED[self.kind]

    def _check(self, text: str) -> str:
        match self.kind:
            case Kind.DAY:
                is_good = is_day(text)
            case Kind.TEXT:
                is_good = len(text) <= _LONGEST_TEXT
            case _:
                is_good = bool(_NAME.fullmatch(text))
        if not is_good or (self.choices and text not in self.choices):
            raise InvalidArgument(
                argument=self.name, problem=f"“{text}” cannot be used", expected=self.expected
            )
        return text


AS_OF: Final = Parameter("as_of", Kind.DAY)
KNOWN_BY: Final = Parameter("known_by", Kind.DAY)


class GetTimes(Protocol):
    """Completes the days that a question names with those of the data."""

    def __call__(self, *, as_of: date | None = None, known_by: date | None = None) -> Times:
        """Return the times of a question."""
        ...  # pragma: no cover


@dataclass(frozen=True, slots=True)
class PageState:
    """A page with everything that its address says.

    `path` is its address without a query, `data_path` the one that the suffixes of its other forms
    follow. `given` holds the parameters that have a value, in the order in which the page knows
    them.
    """

    path: str
    data_path: str
    parameters: tuple[Parameter, ...]
    given: tuple[tuple[str, tuple[str, ...]], ...]
    times: Times = field(compare=False)

    @property
    def name(self) -> str:
        """The last part of the path: which one it is, where the page is one of many."""
        return self.path.rpartition("/")[2]

    def list_values(self, name: str) -> tuple[str, ...]:
        """Return the values of a parameter; none when it is not given."""
        return dict(self.given).get(name, ())

    def find_value(self, name: str) -> str | None:
        """Return the one value of a parameter; None when it is not given."""
        return next(iter(self.list_values(name)), None)

    @property
    def has_own_times(self) -> bool:
        """Whether the address names a day."""
        return bool(self.list_values("as_of") or self.list_values("known_by"))

    @property
    def query(self) -> str:
        """The canonical query, without the question mark."""
        return format_query(self.given)

    @property
    def permalink(self) -> str:
        """The address that names both days, so that it means the same when data is added."""
        return self.address(as_of=self.times.as_of, known_by=self.times.known_by)

    def address(self, **changes: Value) -> str:
        """Return the address of this page with `changes`; None takes a parameter away."""
        return _join(self.path, self._change(changes))

    def data_address(self, suffix: str, **changes: Value) -> str:
        """Return the address of another form of this page, with `changes`."""
        return _join(f"{self.data_path}.{suffix}", self._change(changes))

    def link(self, path: str, **values: Value) -> str:
        """Return the address of another page that takes `values`, about the same days.

        Unless `values` name others.
        """
        times = {n: values.pop(n, self.list_values(n)) for n in ("as_of", "known_by")}
        given = ((name, _list_texts(value)) for name, value in {**values, **times}.items())
        return _join(path, format_query((n, v) for n, v in given if v))

    def list_hidden(self, *left_out: str) -> tuple[tuple[str, str], ...]:
        """Return what a form carries along that asks for the parameters `left_out`."""
        return tuple((n, ",".join(values)) for n, values in self.given if n not in left_out)

    def _change(self, changes: Mapping[str, Value]) -> str:
        known = [parameter.name for parameter in self.parameters]
        for name in changes:
            assert name in known, f"{self.path} does not know {name}"
        values = {**dict(self.given), **{n: _list_texts(v) for n, v in changes.items()}}
        return format_query((name, values[name]) for name in known if values.get(name))


def read_state(
    query: bytes,
    *,
    path: str,
    parameters: tuple[Parameter, ...],
    get_times: GetTimes,
    data_path: str | None = None,
) -> PageState:
    """Return the state of the page at `path` that the `query` of a request says.

    A page knows `parameters` and the two days. A list may be given in one value with commas, in
    several, as the boxes of a form send it, or both.

    Raises:
        InvalidRequest: a parameter is unknown, given twice, or cannot be read.
        InvalidArgument: a value cannot be used.
        LimitExceeded: the query is too long.
    """
    known = (*parameters, AS_OF, KNOWN_BY)
    pairs = _parse(query, known)
    values = {p.name: p.parse([v for n, v in pairs if n == p.name]) for p in known}
    days = {n: date.fromisoformat(values[n][0]) for n in ("as_of", "known_by") if values[n]}
    given = tuple((n, v) for n, v in values.items() if v)
    return PageState(path, data_path or path, known, given, get_times(**days))


def format_query(given: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Return parameters with their values as a query, a list as one value with commas.

    >>> format_query([("organisations", ("g42", "meta")), ("text", ("a b&c",))])
    'organisations=g42,meta&text=a+b%26c'
    """
    return "&".join(f"{n}={quote_plus(','.join(v), safe=',/~')}" for n, v in given)


def is_day(text: str) -> bool:
    """Whether `text` is a day of the calendar as YYYY-MM-DD."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _parse(query: bytes, known: tuple[Parameter, ...]) -> list[tuple[str, str]]:
    check_length("url-bytes", maximum=_LONGEST_QUERY, found=len(query))
    try:
        pairs = parse_qsl(
            query.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError as error:
        raise InvalidRequest(
            code=BAD_PARAMETER,
            part="URL",
            problem="its parameters cannot be read",
            expected=f"percent-encoded UTF-8, and at most {_MOST_FIELDS} parameters",
        ) from error
    names = [parameter.name for parameter in known]
    for name in Counter(name for name, _ in pairs):
        if name not in names:
            raise InvalidRequest(
                code=BAD_PARAMETER,
                part=name or "URL",
                problem="there is no such parameter here",
                expected="one of " + ", ".join(names),
            )
    return pairs


def _list_texts(value: Value) -> tuple[str, ...]:
    match value:
        case None | "":
            return ()
        case str():
            return (value,)
        case date():
            return (value.isoformat(),)
        case _:
            return tuple(value)


def _join(path: str, query: str) -> str:
    return f"{quote(path)}?{query}" if query else quote(path)
