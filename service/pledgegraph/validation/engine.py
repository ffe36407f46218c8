"""One run of the SHACL engine, and its report read back as plain results.

Promises that an engine that fails raises: a failure never looks like a verdict. Runs offline, with
no rules, no inference and no imports. The only module that knows pySHACL.
"""

from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from pledgegraph.errors import DataError, EngineFailure
from pledgegraph.severity import Severity
from pledgegraph.validation.graphs import silenced_logs, unescape
from pledgegraph.validation.shapes import ShapeSet, Targets

ENGINE_NAME: Final = "pySHACL"


@dataclass(frozen=True, slots=True)
class Result:
    """One validation result (https://www.w3.org/TR/shacl/#results), as rdflib nodes.

    `path` is a node of the shapes' graph, None for a result on the node itself.
    """

    focus: Node
    path: Node | None
    value: Node | None
    shape: URIRef
    component: URIRef
    severity: Severity
    message: str


def engine_version() -> str:
    """Return the version of the engine that is installed."""
    return version("pyshacl")


def run_shapes(data: Graph, shapes: ShapeSet, *, targets: Targets) -> tuple[Result, ...]:
    """Run each shape of `targets` on its nodes in `data` and return the results, unordered.

    Other shapes take part only where those refer to them. Without targets nothing is run.

    Raises:
        DataError: the data has a chain too long to be followed.
        EngineFailure: the engine raised, or answered something that is no report.
    """
    # The engine's own option for focus nodes passes whatever a nested shape finds on any other
    # node, and an empty list of them means all. Explicit targets do neither.
    if not any(targets.values()):
        return ()
    # Loading it takes longer than reading all data, and what serves has a process for it.
    import pyshacl

    try:
        with silenced_logs():
            _, report, text = pyshacl.validate(
                data,
                shacl_graph=shapes.narrow(targets),
                inference="none",
                advanced=False,
                abort_on_first=False,
                meta_shacl=False,
                do_owl_imports=False,
            )
            if isinstance(report, Graph):
                return _read_report(report, shapes)
    except RecursionError as error:
        raise DataError(
            problem="something leads on and on, further than can be followed",
            expected="shorter chains from one thing to the next",
        ) from error
    except Exception as error:  # the engine raises errors of many libraries
        reason = _one_line(str(error) or type(error).__name__)
        raise EngineFailure(engine=ENGINE_NAME, problem=reason) from error
    raise EngineFailure(engine=ENGINE_NAME, problem=_one_line(str(text)))


def _read_report(report: Graph, shapes: ShapeSet) -> tuple[Result, ...]:
    # Details of a result are of the same class, so only what the report itself links counts.
    [head] = report.subjects(RDF.type, SH.ValidationReport)
    return tuple(_result(report, node, shapes) for node in report.objects(head, SH.result))


def _result(report: Graph, node: Node, shapes: ShapeSet) -> Result:
    shape = report.value(node, SH.sourceShape)
    component = report.value(node, SH.sourceConstraintComponent)
    focus = report.value(node, SH.focusNode)
    severity = str(report.value(node, SH.resultSeverity)).removeprefix(str(SH))
    if not isinstance(shape, URIRef) or not isinstance(component, URIRef) or focus is None:
        raise EngineFailure(engine=ENGINE_NAME, problem="a result names no shape or no node")
    value = report.value(node, SH.value)
    if value is not None and component == SH.SPARQLConstraintComponent:
        value = unescape(value)
    return Result(
        focus=focus,
        path=report.value(node, SH.resultPath),
        value=value,
        shape=shape,
        component=component,
        severity=Severity(severity),
        message=_message(report, node, shapes.graph, shape),
    )


def _message(report: Graph, node: Node, shapes: Graph, shape: URIRef) -> str:
    # A query's own message, with its variables filled, is told beside the shape's; it comes first.
    general = {str(m) for m in shapes.objects(shape, SH.message)}
    messages = sorted(str(m) for m in report.objects(node, SH.resultMessage))
    return next((m for m in messages if m not in general), messages[0] if messages else "")


def _one_line(text: str) -> str:
    return " ".join(text.split()) or "it gave no reason"
