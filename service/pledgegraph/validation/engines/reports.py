"""A SHACL report read back as plain results. Knows rdflib; must not know an engine."""

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from pledgegraph.errors import EngineFailure
from pledgegraph.severity import Severity
from pledgegraph.validation.engines.port import Result


def read_report(report: Graph, *, shapes: Graph, engine: str) -> tuple[Result, ...]:
    """Return the results of a `report` on `shapes`, sorted.

    Raises:
        EngineFailure: a result names no shape or no node, or there is no report.
    """
    # Details of a result are of the same class, so only what the report itself links counts.
    heads = list(report.subjects(RDF.type, SH.ValidationReport))
    if len(heads) != 1:
        raise EngineFailure(engine=engine, problem="what it answered is no report")
    found = (_result(report, node, shapes, engine) for node in report.objects(heads[0], SH.result))
    return tuple(sorted(found, key=_rank))


def _rank(result: Result) -> tuple[str, ...]:
    parts = (result.shape, result.focus, result.component, result.path, result.value)
    return (*map(str, parts), result.message)


def _result(report: Graph, node: Node, shapes: Graph, engine: str) -> Result:
    shape = report.value(node, SH.sourceShape)
    component = report.value(node, SH.sourceConstraintComponent)
    focus = report.value(node, SH.focusNode)
    severity = str(report.value(node, SH.resultSeverity)).removeprefix(str(SH))
    if not isinstance(shape, URIRef) or not isinstance(component, URIRef) or focus is None:
        raise EngineFailure(engine=engine, problem="a result names no shape or no node")
    return Result(
        focus=focus,
        path=_find_path(report, node, shapes, shape),
        value=report.value(node, SH.value),
        shape=shape,
        component=component,
        severity=Severity(severity),
        message=_message(report, node, shapes, shape),
    )


def _find_path(report: Graph, node: Node, shapes: Graph, shape: URIRef) -> Node | None:
    """Return the path, as the shapes have it: a report holds a copy of a path that has parts."""
    path = report.value(node, SH.resultPath)
    return path if path is None or isinstance(path, URIRef) else shapes.value(shape, SH.path)


def _message(report: Graph, node: Node, shapes: Graph, shape: URIRef) -> str:
    # A query's own message, with its variables filled, is told beside the shape's; it comes first.
    general = {str(m) for m in shapes.objects(shape, SH.message)}
    messages = sorted(str(m) for m in report.objects(node, SH.resultMessage))
    return next((m for m in messages if m not in general), messages[0] if messages else "")


def describe_error(error: BaseException) -> str:
    """Return what an engine's `error` says, in one line."""
    return one_line(str(error) or type(error).__name__)


def one_line(text: str) -> str:
    """Return `text` in one line."""
    return " ".join(text.split()) or "it gave no reason"
