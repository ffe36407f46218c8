"""What there is where a constraint failed, in words: `nothing`, `3 values: “1”, “one”, “v1”`.

An engine gives the one value that failed, and nothing where values were counted or compared as a
whole: these are looked up. Knows rdflib; must not know an engine.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import SH, Graph, Literal, URIRef
from rdflib.term import Node

from pledgegraph.validation.candidates import Candidates
from pledgegraph.validation.engines import Result
from pledgegraph.validation.names import format_path
from pledgegraph.validation.values import (
    NOTHING,
    describe_length,
    describe_repeated,
    describe_value,
    describe_values,
    list_names,
)


@dataclass(frozen=True, slots=True)
class Observation:
    """Tells what there is in the data of `candidates`."""

    candidates: Candidates

    def find_words(self, result: Result) -> str | None:
        """Return what there is where `result` arose, or None where its message says all.

        That is so of a query, and where a shape asks something of its subject as a whole.
        """
        told = self._find_own(result)
        return None if told is None else told + self._describe_compared(result)

    def _find_own(self, result: Result) -> str | None:
        data = self.candidates.data
        if result.component == SH.SPARQLConstraintComponent:
            return None
        whole = _OF_ALL.get(result.component)
        if whole is not None:
            return whole(data, self.candidates.list_values(result.shape, result.focus))
        if result.component in _QUALIFIED:
            return self._describe_qualified(result)
        if result.value is None or (result.path is None and result.component in _WHOLE):
            return None
        return _OF_ONE.get(result.component, describe_value)(data, result.value)

    def _describe_compared(self, result: Result) -> str:
        """Return what the property has that the value was compared with, or nothing."""
        if result.component not in _COMPARED:
            return ""
        data, graph = self.candidates.data, self.candidates.shapes.graph
        others = sorted(graph.objects(result.shape, _COMPARED[result.component]), key=str)
        there = [
            (format_path(graph, o), sorted(data.objects(result.focus, o), key=str)) for o in others
        ]
        return "".join(f"; {name} has {list_names(data, v) or NOTHING}" for name, v in there)

    def _describe_qualified(self, result: Result) -> str:
        data, graph = self.candidates.data, self.candidates.shapes.graph
        there = self.candidates.list_values(result.shape, result.focus)
        if result.component == SH.QualifiedMaxCountConstraintComponent:
            return f"more such among {describe_values(data, there)}"
        least = graph.value(result.shape, SH.qualifiedMinCount)
        wanted = graph.value(result.shape, SH.qualifiedValueShape)
        if wanted is None or not isinstance(least, Literal) or len(there) < int(least):
            return describe_values(data, there)
        if int(least) > 1:
            return f"fewer such among {describe_values(data, there)}"
        if len(there) == 1:
            return describe_value(data, there[0])
        meant = self.candidates.list_meant(wanted, there)
        names = f": {list_names(data, meant)}" if meant else ""
        return f"none such among {len(there):,} values{names}"


_COMPARED: Final[Mapping[Node, URIRef]] = {
    SH.EqualsConstraintComponent: SH.equals,
    SH.LessThanConstraintComponent: SH.lessThan,
    SH.LessThanOrEqualsConstraintComponent: SH.lessThanOrEquals,
}
_QUALIFIED: Final = (
    SH.QualifiedMaxCountConstraintComponent,
    SH.QualifiedMinCountConstraintComponent,
)
_WHOLE: Final = (
    SH.AndConstraintComponent,
    SH.NodeConstraintComponent,
    SH.NotConstraintComponent,
    SH.OrConstraintComponent,
    SH.XoneConstraintComponent,
)
"""What is asked of a subject as a whole where there is no path."""
_OF_ALL: Final[Mapping[Node, Callable[[Graph, Sequence[Node]], str]]] = {
    SH.EqualsConstraintComponent: describe_values,
    SH.HasValueConstraintComponent: describe_values,
    SH.MaxCountConstraintComponent: describe_values,
    SH.MinCountConstraintComponent: describe_values,
    SH.UniqueLangConstraintComponent: describe_repeated,
}
_OF_ONE: Final[Mapping[Node, Callable[[Graph, Node], str]]] = {
    SH.MaxLengthConstraintComponent: describe_length,
    SH.MinLengthConstraintComponent: describe_length,
}
