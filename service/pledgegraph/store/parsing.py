"""A file as quads: strict and offline, with the place of what cannot be read.

Promises that nothing is fetched and that a blank node of one file is none of another. Knows
pyoxigraph, as `embedded` does. What is handed in passes `limits` first: deep text ends the process.
"""

from typing import Final

import pyoxigraph as ox

from pledgegraph.errors import DataError
from pledgegraph.store.files import SourceFile
from pledgegraph.store.json_ld import JSON_LD, RELATIVE, UNKNOWN, create_document

TURTLE: Final = "Turtle 1.1 (https://www.w3.org/TR/turtle/)"


def parse_file(file: SourceFile) -> list[ox.Quad]:
    """Return what `file` says, as quads of its own graph.

    Raises:
        DataError: it is no Turtle or no JSON-LD of RDF 1.1, it has named graphs of its own, or
            something in it would be lost; with its line and column as far as they are known.
    """
    text = _decode(file)
    quads = _parse_json_ld(file, text) if file.is_json_ld else _parse_turtle(file, text)
    graph = ox.NamedNode(file.graph)
    return [ox.Quad(q.subject, q.predicate, q.object, graph) for q in quads]


def _decode(file: SourceFile) -> str:
    try:
        # Some editors begin a file with a byte order mark, which says nothing.
        return file.content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise DataError(
            file=file.name,
            line=file.content.count(b"\n", 0, error.start) + 1,
            problem=f"byte {error.start} is not UTF-8",
            expected="a text file in UTF-8",
        ) from error


def _parse_turtle(file: SourceFile, text: str) -> list[ox.Quad]:
    try:
        quads = _parse(text, ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise DataError(
            file=file.name,
            line=error.lineno,
            column=error.offset,
            problem=_plain_problem(error),
            expected=TURTLE,
        ) from error
    _refuse_newer_terms(file, quads, expected=TURTLE)
    return quads


def _parse_json_ld(file: SourceFile, text: str) -> list[ox.Quad]:
    document = create_document(text, file=file.name)
    try:
        quads = _parse(document, ox.RdfFormat.JSON_LD)
    except SyntaxError as error:
        # Its places are those of the document that was made, not of the file.
        raise DataError(file=file.name, problem=_plain_problem(error), expected=JSON_LD) from error
    _refuse_newer_terms(file, quads, expected=JSON_LD)
    for quad in quads:
        _refuse_lost_names(file, quad)
    return quads


def _parse(text: str, syntax: ox.RdfFormat) -> list[ox.Quad]:
    # Renamed, since `_:a` of one file is not `_:a` of another.
    return list(ox.parse(text, format=syntax, rename_blank_nodes=True, without_named_graphs=True))


def _refuse_newer_terms(file: SourceFile, quads: list[ox.Quad], *, expected: str) -> None:
    # The parser reads RDF 1.2 as well, which no shape and no other tool here knows.
    for quad in quads:
        value = quad.object
        is_directed = isinstance(value, ox.Literal) and value.direction is not None
        if isinstance(value, ox.Triple) or is_directed:
            raise DataError(
                file=file.name,
                subject=str(quad.subject),
                problem="it has a text with a direction" if is_directed else "it has a triple term",
                expected=expected,
            )


def _refuse_lost_names(file: SourceFile, quad: ox.Quad) -> None:
    """Refuse what a standard processor leaves out without a word."""
    for term in (quad.predicate, quad.object, quad.subject):
        name = term.datatype if isinstance(term, ox.Literal) else term
        iri = name.value if isinstance(name, ox.NamedNode) else ""
        if iri.startswith(UNKNOWN):
            raise DataError(
                file=file.name,
                problem=f"“{iri.removeprefix(UNKNOWN)}” means nothing in its context",
                expected="a prefixed name such as pledge:Threshold, or one that @context defines",
            )
        if iri.startswith(RELATIVE):
            raise DataError(
                file=file.name,
                problem=f"“{iri.removeprefix(RELATIVE)}” is no whole address",
                expected="an absolute or prefixed one such as id:organisation/example",
            )


def _plain_problem(error: SyntaxError) -> str:
    # The parser's text repeats the position, which the error already carries.
    message = error.msg
    _, _, tail = message.partition(": ")
    return tail if message.startswith("Parser error") and tail else message
