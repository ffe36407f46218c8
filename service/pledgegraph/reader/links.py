"""Links between subjects: that what is linked is described, and is of the right kind.

Promises that a link which leads nowhere, a kind that is not clear and a key that two subjects share
are errors that name the subject. Must not know any class of the ontology.
"""

from collections.abc import Hashable, Iterable, Mapping
from typing import Protocol, TypeVar

from pledgegraph.errors import DataError
from pledgegraph.reader.node import Node
from pledgegraph.terms import DCTERMS

T = TypeVar("T")


class Named(Protocol):
    """What has an IRI of its own."""

    @property
    def iri(self) -> str:
        """Its name."""
        ...


N = TypeVar("N", bound=Named)


def by_iri(records: Iterable[N]) -> dict[str, N]:
    """Return `records` by their IRIs, in their order."""
    return {record.iri: record for record in records}


def linked(records: Mapping[str, T], node: Node, iri: str) -> T:
    """Return the record that `node` links by `iri`, or raise the error that names both."""
    if iri not in records:
        raise DataError(
            file=node.file,
            subject=node.iri,
            problem=f"it links {iri}, which is not described",
            expected="a description of it in ontology/ or data/, or no link",
        )
    return records[iri]


def kind_of(node: Node, classes: Mapping[str, T], *, general: str | None = None) -> T:
    """Return what `classes` gives for the one class of `node` among them.

    A subclass beats the `general` class that is stated beside it.
    """
    found = sorted(node.types & set(classes))
    special = [c for c in found if c != general] or found
    if len(special) != 1:
        raise node.problem("type", f"it is of {len(special)} kinds", "one kind")
    return classes[special[0]]


def refuse_twins(
    nodes: Mapping[str, Node], predicate: str, keys: Mapping[str, Hashable], *, expected: str
) -> None:
    """Raise the error that names both where two subjects have one key under `predicate`.

    `keys` gives the key of each subject by its IRI.
    """
    seen: dict[Hashable, str] = {}
    for iri, key in keys.items():
        if key in seen:
            raise nodes[iri].problem(predicate, f"{seen[key]} has the same", expected)
        seen[key] = iri


def refuse_namesakes(nodes: Mapping[str, Node], keys: Mapping[str, Hashable]) -> None:
    """Raise the error that names both where two subjects have one identifier.

    `keys` gives the identifier of each subject by its IRI, with what it is unique in.
    """
    refuse_twins(nodes, DCTERMS.identifier, keys, expected="an identifier of its own")


def refuse_strangers(
    node: Node, predicate: str, among: Mapping[str, object] | frozenset[str], *, kind: str
) -> None:
    """Raise an error where `node` links, by `predicate`, an IRI that is not `among` its kind."""
    for iri in node.iris(predicate):
        if iri not in among:
            raise node.problem(
                predicate,
                f"it links {iri}, which is no {kind}",
                "the IRI of one that data/ describes",
            )


def iris_among(
    node: Node, predicate: str, among: Mapping[str, object] | frozenset[str], *, kind: str
) -> tuple[str, ...]:
    """Return the IRIs that `node` links by `predicate`, sorted, each `among` those of its kind."""
    refuse_strangers(node, predicate, among, kind=kind)
    return node.iris(predicate)


def iri_among(
    node: Node, predicate: str, among: Mapping[str, object] | frozenset[str], *, kind: str
) -> str:
    """Return the one IRI that `node` links by `predicate`, `among` those of its kind."""
    refuse_strangers(node, predicate, among, kind=kind)
    return node.iri_of(predicate)


def find_among(
    node: Node, predicate: str, among: Mapping[str, object] | frozenset[str], *, kind: str
) -> str | None:
    """Return the one IRI that `node` links by `predicate`, `among` those of its kind, or None."""
    refuse_strangers(node, predicate, among, kind=kind)
    return node.find_iri(predicate)


def refuse_none(node: Node, predicate: str, *, expected: str) -> None:
    """Raise an error where `node` has nothing under `predicate`."""
    if predicate not in node.values:
        raise node.problem(predicate, "it has no value", expected)


def refuse_silence(node: Node, predicate: str, because: str) -> None:
    """Raise an error where `node` has neither a value nor the reason for having none."""
    if predicate not in node.values and because not in node.values:
        reason = because.rpartition("#")[2]
        raise node.problem(predicate, "it has no value", f"one, or the reason under {reason}")
