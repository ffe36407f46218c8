"""Where a thing stands on the page of its organisation.

Promises that an anchor is the thing's IRI without what the page already says: `e4` for a piece of
evidence, `version/frontier-safety-framework/3-1` for a version. So who has one has the other.
"""

from typing import Final

from pledgegraph.terms import ID

_EVIDENCE: Final = "evidence"
_ORGANISATION: Final = "organisation"


def anchor_of(iri: str, slug: str) -> str:
    """Return the anchor of `iri` on the page of the organisation `slug`; empty for itself.

    >>> anchor_of("https://w3id.org/pledgegraph/id/evidence/g42/e4", "g42")
    'e4'
    >>> anchor_of("https://w3id.org/pledgegraph/id/version/g42/framework/1-0", "g42")
    'version/framework/1-0'
    >>> anchor_of("https://w3id.org/pledgegraph/id/assessment/fli-2024/meta/overall", "meta")
    'assessment/fli-2024/overall'
    >>> anchor_of("https://w3id.org/pledgegraph/id/organisation/g42/headquartering/AE", "g42")
    'headquartering/AE'
    """
    kind, *rest = iri.removeprefix(ID.base).split("/")
    is_own = slug in rest
    if is_own:
        rest.remove(slug)
    implied = kind == _ORGANISATION or (kind == _EVIDENCE and is_own)
    return "/".join(rest if implied else [kind, *rest])


def address_of(iri: str, slug: str) -> str:
    """Return the address of `iri` on the page of the organisation `slug`.

    >>> address_of("https://w3id.org/pledgegraph/id/organisation/g42", "g42")
    '/organisations/g42'
    >>> address_of("https://w3id.org/pledgegraph/id/evidence/g42/e4", "g42")
    '/organisations/g42#e4'
    """
    anchor = anchor_of(iri, slug)
    return f"/organisations/{slug}" + (f"#{anchor}" if anchor else "")
