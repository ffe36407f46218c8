"""What shapes are for, by the names that the ontology gives to classes.

Promises that a class is taken with every class below it, as SHACL takes it
(https://www.w3.org/TR/shacl/#targetClass).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.model import Target, TargetKind
from pledgegraph.reader.chains import close
from pledgegraph.reader.node import Node
from pledgegraph.reader.shape_graph import list_iris
from pledgegraph.store.port import GraphStore
from pledgegraph.store.term import Iri, Literal
from pledgegraph.terms import RDFS, SH, shorten

TARGETS: Final[Mapping[str, TargetKind]] = {
    SH.targetClass: TargetKind.CLASS,
    SH.targetSubjectsOf: TargetKind.SUBJECTS_OF,
    SH.targetObjectsOf: TargetKind.OBJECTS_OF,
    SH.targetNode: TargetKind.NODE,
}
"""The properties of SHACL that say what a shape is for."""

_CLASSES: Final = f"""
SELECT ?class ?above ?label WHERE {{
  {{ ?class <{RDFS.subClassOf}> ?above }} UNION {{ ?class <{RDFS.label}> ?label }}
}}
"""


@dataclass(frozen=True, slots=True)
class Classes:
    """The names of what the ontology names, and the classes below each class, by IRI."""

    labels: Mapping[str, str]
    below: Mapping[str, tuple[str, ...]]

    def list_targets(self, node: Node) -> tuple[Target, ...]:
        """Return what the shape `node` is for: classes first, then by IRI; none without a target.

        A class that is not described here is called by the end of its IRI.
        """
        return tuple(
            Target(kind, iri, self._name(iri, kind), self._include(iri, kind))
            for predicate, kind in TARGETS.items()
            for iri in list_iris(node.values.get(predicate, ()))
        )

    def _name(self, iri: str, kind: TargetKind) -> str:
        if kind is not TargetKind.CLASS:
            return shorten(iri)
        local = iri.rpartition("#")[2].rpartition("/")[2]
        return self.labels.get(iri) or _divide(local)

    def _include(self, iri: str, kind: TargetKind) -> tuple[str, ...]:
        if kind is not TargetKind.CLASS:
            return (iri,)
        # A class may stand below itself, through a circle.
        return (iri, *sorted(close(iri, self.below) - {iri}))


def is_targeted(node: Node) -> bool:
    """Whether the shape `node` says what it is for."""
    return any(predicate in node.values for predicate in TARGETS)


def read_classes(store: GraphStore) -> Classes:
    """Read the names of what is named, and what stands below each class."""
    labels: dict[str, str] = {}
    below: dict[str, list[str]] = defaultdict(list)
    for name, above, label in store.select(_CLASSES).rows:
        if isinstance(above, Iri):
            below[str(above)].append(str(name))
        elif isinstance(label, Literal) and label.language in ("", "en"):
            labels[str(name)] = min(label.value, labels.get(str(name), label.value))
    found = defaultdict(tuple, {iri: tuple(sorted(names)) for iri, names in below.items()})
    return Classes(labels, found)


def _divide(name: str) -> str:
    """Return a name of a class as words.

    >>> _divide("FormalOrganization")
    'formal organization'
    """
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
