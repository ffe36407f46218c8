"""Two SHACL reports compared as the W3C suite has it.

A report is reduced to what the suite compares
(https://w3c.github.io/data-shapes/data-shapes-test-suite/#dfn-full-compliance): `sh:conforms`, and
of each result eight of its properties. Each path is copied for each result, since an engine may let
results share one. Equal means isomorphic; the words beside it are for people.
"""

from collections import Counter
from typing import Final, NoReturn

from rdflib import RDF, SH, XSD, BNode, Graph, Literal
from rdflib.compare import isomorphic
from rdflib.term import Node

from pledgegraph.errors import DataError
from pledgegraph.terms import shorten

_COMPARED: Final = (
    SH.focusNode,
    SH.resultPath,
    SH.value,
    SH.resultSeverity,
    SH.sourceConstraintComponent,
    SH.sourceShape,
    SH.sourceConstraint,
    SH.resultMessage,
)
_LONGEST_PATH: Final = 100


def read_report(graph: Graph, report: Node, *, file: str | None = None) -> Graph:
    """Return of the `report` in `graph` what is compared, with blank nodes of its own for results.

    Raises:
        DataError: a path in it is too long to be followed.
    """
    found, head = Graph(bind_namespaces="none"), BNode()
    found.add((head, RDF.type, SH.ValidationReport))
    for verdict in graph.objects(report, SH.conforms):
        found.add((head, SH.conforms, _plain(verdict)))
    for result in graph.objects(report, SH.result):
        copy = BNode()
        found.add((head, SH.result, copy))
        for predicate in _COMPARED:
            for value in graph.objects(result, predicate):
                is_path = predicate == SH.resultPath
                kept = _copy_path(graph, value, found, file) if is_path else _plain(value)
                found.add((copy, predicate, kept))
    return found


def find_report(graph: Graph) -> Node:
    """Return the one report in what an engine answered.

    Raises:
        DataError: there is none, or there are several.
    """
    reports = list(graph.subjects(RDF.type, SH.ValidationReport))
    if len(reports) != 1:
        raise DataError(
            problem=f"the engine's answer has {len(reports)} reports", expected="exactly one"
        )
    return reports[0]


def list_differences(
    first: Graph, second: Graph, *, names: tuple[str, str] = ("expected", "found")
) -> tuple[str, ...]:
    """Return a line for each verdict or result that only one of two read reports has.

    Of the messages those are compared that the first report has
    (https://www.w3.org/TR/shacl/#results-message). Without a difference it is empty.
    """
    messages = frozenset(first.objects(None, SH.resultMessage))
    first, second = _with_messages(first, messages), _with_messages(second, messages)
    of_first, of_second = Counter(_list_rows(first)), Counter(_list_rows(second))
    lines = [
        f"{name} only: {row}"
        for name, rows in zip(names, (of_first - of_second, of_second - of_first), strict=True)
        for row in sorted(rows.elements())
    ]
    if not lines and not isomorphic(first, second):
        lines.append("the results are alike, but share other blank nodes")
    return tuple(lines)


def without_messages(report: Graph) -> Graph:
    """Return a read report without its messages, which each engine words in its own way."""
    return _with_messages(report, frozenset())


def _with_messages(report: Graph, messages: frozenset[Node]) -> Graph:
    found = Graph(bind_namespaces="none")
    for triple in report:
        if triple[1] != SH.resultMessage or triple[2] in messages:
            found.add(triple)
    return found


def _copy_path(graph: Graph, path: Node, into: Graph, file: str | None) -> Node:
    """Copy a path with all its blank nodes, one of them as often as it is named."""
    if not isinstance(path, BNode):
        return path
    copy = BNode()
    waiting, copied = [(path, copy)], 0
    while waiting:
        node, new = waiting.pop()
        copied += 1
        if copied > _LONGEST_PATH:
            _refuse_path(file)
        for predicate, value in graph.predicate_objects(node):
            part = BNode() if isinstance(value, BNode) else value
            if isinstance(value, BNode) and isinstance(part, BNode):
                waiting.append((value, part))
            into.add((new, predicate, part))
    return copy


def _refuse_path(file: str | None) -> NoReturn:
    raise DataError(
        file=file,
        problem=f"a path in a report has more than {_LONGEST_PATH} parts",
        expected="a path that can be followed",
    )


def _plain(node: Node) -> Node:
    # RDF 1.1 has one kind of plain string, of which rdflib makes two.
    if isinstance(node, Literal) and node.datatype == XSD.string:
        return Literal(str(node))
    return node


def _list_rows(report: Graph) -> list[str]:
    """Return the verdict and each result of a read report as text, blank nodes as `_:`."""
    [head] = report.subjects(RDF.type, SH.ValidationReport)
    rows = [f"conforms {verdict}" for verdict in report.objects(head, SH.conforms)]
    for result in report.objects(head, SH.result):
        parts = (
            f"{_name(predicate)} {value}"
            for predicate in _COMPARED
            for value in sorted(_list_values(report, result, predicate))
        )
        rows.append(", ".join(parts))
    return rows


def _list_values(report: Graph, result: Node, predicate: Node) -> list[str]:
    write = _path if predicate == SH.resultPath else _text
    return [write(report, value) for value in report.objects(result, predicate)]


def _path(report: Graph, node: Node) -> str:
    """Return a path as text: equal for equal ones, as each has blank nodes of its own."""
    if not isinstance(node, BNode):
        return _text(report, node)
    parts = report.predicate_objects(node)
    return f"[ {' ; '.join(sorted(f'{_name(p)} {_path(report, o)}' for p, o in parts))} ]"


def _text(_report: Graph, node: Node) -> str:
    if isinstance(node, BNode):
        return "_:"
    return node.n3() if isinstance(node, Literal) else _name(node)


def _name(term: Node) -> str:
    return shorten(str(term))
