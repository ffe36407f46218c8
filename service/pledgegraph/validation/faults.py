"""What is wrong with a statement or a subject by a rule of our own, for which no shape is needed.

A fault names what it is about and the rule, in plain terms; `explanation` makes findings of it.
Promises that messages name nothing, so that equal ones can be put together. Imports no third party.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.severity import Severity
from pledgegraph.store.term import BlankNode, Iri, Literal, Term, Triple
from pledgegraph.terms import OWN_TERMS, PLEDGE, RDF, shorten
from pledgegraph.validation.findings import cut
from pledgegraph.validation.literals import find_example, list_ill_typed, list_out_of_time
from pledgegraph.validation.vocabulary import find_undeclared, list_undeclared


@dataclass(frozen=True, slots=True)
class Rule:
    """What stands for a shape in a finding: an IRI, a name and a component."""

    iri: str
    name: str
    component: str


WELL_TYPED: Final = Rule(
    "https://www.w3.org/TR/rdf11-concepts/#section-Graph-Literal",
    "Value of its datatype",
    "Datatype",
)
DECLARED: Final = Rule(PLEDGE.base.removesuffix("#"), "Declared term", "Vocabulary")
SHIPPED: Final = Rule(PLEDGE.base.removesuffix("#"), "Vocabulary as it is shipped", "Vocabulary")
CLASSED: Final = Rule(RDF.type, "Class of a subject", "Class")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong; without a predicate it is with the subject as a whole.

    `expected` says in words what was asked for, and `found` what there is where that is not the
    object of the statement.
    """

    subject: Iri | BlankNode
    predicate: Iri | None
    object: Term | None
    rule: Rule
    message: str
    nearest: tuple[str, ...] = ()
    severity: Severity = Severity.VIOLATION
    expected: str | None = None
    found: str | None = None


def list_literal_faults(triples: Iterable[Triple]) -> tuple[Fault, ...]:
    """Return a fault for each literal that is none of its datatype, or out of all time."""
    stated = tuple(triples)
    return (
        *(_literal_fault(triple) for triple in list_ill_typed(stated)),
        *(_time_fault(triple) for triple in list_out_of_time(stated)),
    )


def _time_fault(triple: Triple) -> Fault:
    message = (
        "The year is before 1 or after 9999, and not every engine can read such a date. "
        "Correct the year."
    )
    return Fault(*triple, rule=WELL_TYPED, message=message, expected="a year from 1 to 9999")


def _literal_fault(triple: Triple) -> Fault:
    assert isinstance(triple.object, Literal)
    datatype = triple.object.datatype
    example = find_example(datatype)
    remedy = f"Write it as that has it, such as {example}" if example else "Correct the value"
    message = (
        f"The value is none of its datatype {cut(shorten(datatype))}. {remedy}, "
        "or give it the datatype that it is of."
    )
    such_as = f", such as {example}" if example else ""
    expected = f"a value of the type {cut(shorten(datatype))}{such_as}"
    return Fault(*triple, rule=WELL_TYPED, message=message, expected=expected)


def list_name_faults(triples: Iterable[Triple]) -> tuple[Fault, ...]:
    """Return a fault for each statement that uses an own name which is no term."""
    return tuple(_name_fault(triple) for triple in list_undeclared(triples))


def _name_fault(triple: Triple) -> Fault:
    name = find_undeclared(triple)
    assert name is not None
    nearest = tuple(shorten(PLEDGE[other]) for other in list_nearest(name, sorted(OWN_TERMS)))
    message = (
        f"The ontology has no term pledge:{cut(name)}, so what it says is lost. "
        "Use a term that the ontology has."
    )
    return Fault(
        *triple,
        rule=DECLARED,
        message=message,
        nearest=nearest,
        expected="a term of the ontology",
        found=cut(f"pledge:{name}"),
    )
