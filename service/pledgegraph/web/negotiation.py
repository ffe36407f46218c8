"""Which of the forms that we have does the client want.

Reads Accept and Accept-Encoding as RFC 9110, section 12.5, has them
(https://www.rfc-editor.org/rfc/rfc9110#section-12.5): weights, wildcards, the more specific range
before the less specific one. Promises to read any header without raising: a part that is malformed
is passed over. Must not import a web framework: a header is text, or None when there is none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

IDENTITY: Final = "identity"

# Commas and semicolons inside a quoted string divide nothing.
_QUOTED: Final = r'"(?:[^"\\]|\\.)*+"?'
_ELEMENT: Final = re.compile(rf'(?:[^,"]|{_QUOTED})++')
_PARAMETER: Final = re.compile(rf'(?:[^;"]|{_QUOTED})++')
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
# A little wider than the standard: clients in use send ".2", and "*" for "*/*".
_WEIGHT: Final = re.compile(r"0?\.[0-9]{1,3}|0\.?|1(?:\.0{0,3})?")


_UNWANTED: Final = (0.0, 0)


class _Preference(NamedTuple):
    """One element of a header: `text/html;level=1;q=0.5`."""

    name: str
    parameters: Mapping[str, str]
    weight: float


def choose_media_type(accept: str | None, offers: Sequence[str]) -> str | None:
    """Return the media type of `offers` that is wanted most.

    Of two that are wanted as much the one that is named more closely, then the earlier offer.
    Everything is in UTF-8 here, so a range that asks for that matches and one that asks for another
    encoding does not. Other parameters that an offer does not have make a range less specific, and
    do not exclude the offer. Without a header everything is acceptable; None when nothing is.

    >>> choose_media_type("text/*;q=0.5, text/html", ("text/turtle", "text/html"))
    'text/html'
    >>> choose_media_type("application/json;charset=utf-8, */*;q=0", ("application/json",))
    'application/json'
    >>> choose_media_type("image/png", ("application/json",)) is None
    True
    """
    if accept is None or not accept.strip():
        return offers[0]
    preferences = tuple(_list_preferences(accept))
    wanted = {offer: _weigh_media_type(offer, preferences) for offer in offers}
    # max() takes the first of equals.
    best = max(offers, key=lambda offer: wanted[offer])
    return best if wanted[best] > _UNWANTED else None


def list_encodings(
    accept_encoding: str | None, offers: Sequence[str] = ("gzip",)
) -> tuple[str, ...]:
    """Return which encodings of `offers` and `identity` are acceptable, best first.

    Nothing but `identity` without a header; nothing at all when the header excludes all of them.

    >>> list_encodings("gzip;q=0.8, br")
    ('gzip', 'identity')
    >>> list_encodings("identity, gzip;q=0.5")
    ('identity', 'gzip')
    >>> list_encodings("*;q=0"), list_encodings(None)
    ((), ('identity',))
    """
    weights = {
        preference.name.replace("*/*", "*").removeprefix("x-"): preference.weight
        for preference in _list_preferences(accept_encoding or "")
    }
    found = {offer: weights.get(offer, weights.get("*", 0.0)) for offer in offers}
    # Not named, identity is acceptable but wanted less than anything that is named; only a
    # wildcard of weight 0 excludes it.
    least = 0.0 if weights.get("*") == 0 else 0.0001
    found[IDENTITY] = weights.get(IDENTITY, least)
    return tuple(name for name in sorted(found, key=lambda n: -found[n]) if found[name] > 0)


def parse_element(text: str) -> tuple[str, dict[str, str]] | None:
    """Return the name and the parameters of one element, in lower case; None when malformed.

    >>> parse_element('Application/JSON; Charset="UTF-8"')
    ('application/json', {'charset': 'utf-8'})
    """
    name, *rest = (part.strip().lower() for part in _PARAMETER.findall(text) or [""])
    if not all(_TOKEN.fullmatch(part) for part in name.split("/")):
        return None
    pairs = (part.partition("=") for part in rest if part)
    return name, {key.strip(): value.strip().strip('"') for key, _, value in pairs}


def _weigh_media_type(offer: str, preferences: Sequence[_Preference]) -> tuple[float, int]:
    """Return weight and specificity of the most specific range that matches `offer`."""
    found = [
        (specificity, preference.weight)
        for preference in preferences
        if (specificity := _match(preference, offer)) is not None
    ]
    specificity, weight = max(found, key=lambda pair: pair[0], default=(0, 0.0))
    return (weight, specificity) if weight else _UNWANTED


def _match(preference: _Preference, offer: str) -> int | None:
    """Return how specific the range is for `offer`, or None when it does not match."""
    parameters = dict(preference.parameters)
    if parameters.pop("charset", "utf-8") not in {"utf-8", "utf8"}:
        return None
    if preference.name == "*/*":
        return 0
    if preference.name == offer.partition("/")[0] + "/*":
        return 1
    if preference.name != offer:
        return None
    return 2 if parameters else 3


def _list_preferences(header: str) -> Iterator[_Preference]:
    for element in _ELEMENT.findall(header):
        parsed = parse_element(element)
        if parsed is None:
            continue
        name, parameters = parsed
        weight = parameters.pop("q", "1")
        if _WEIGHT.fullmatch(weight):
            yield _Preference("*/*" if name == "*" else name, parameters, float(weight))
