"""Which own terms of a file the ontology does not have: a misspelt property says nothing.

Open-world data may hold any property, so no shape fails on `pledge:consequense`, and what it says
is lost without a word. Promises to judge names in the project's own namespace alone, where a name
that is not declared is a mistake. Imports no third party.
"""

from collections.abc import Iterable

from pledgegraph.store.term import Iri, Triple
from pledgegraph.terms import OWN_TERMS, PLEDGE, RDF


def list_undeclared(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Return those of `triples` whose property or class is an own name that is no term, sorted."""
    found = (t for t in triples if find_undeclared(t) is not None)
    return tuple(sorted(found, key=lambda t: (str(t.subject), t.predicate, str(t.object))))


def find_undeclared(triple: Triple) -> str | None:
    """Return the own name without a term that `triple` uses as property or class, or None.

    >>> find_undeclared(Triple(Iri("x:a"), Iri(PLEDGE.base + "consequense"), Iri("x:b")))
    'consequense'
    >>> find_undeclared(Triple(Iri("x:a"), Iri(RDF.type), Iri(PLEDGE.Threshold)))
    """
    terms = (
        (triple.predicate, triple.object) if triple.predicate == RDF.type else (triple.predicate,)
    )
    for term in terms:
        if isinstance(term, Iri) and term.startswith(PLEDGE.base):
            name = term.removeprefix(PLEDGE.base)
            if name not in OWN_TERMS:
                return name
    return None
