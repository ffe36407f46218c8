"""The canonical Turtle of the project: a graph is written in one way, so a diff shows a change.

The rules:

- the comment lines at the top stay; then the prefixes that are used, by name;
- one block a subject, in order of the IRIs, numbers in them compared as numbers;
- in a block `a` first, then the labels of RDFS and SKOS, then the other predicates by the name
  they are written with; one predicate a line, one object a line;
- objects: IRIs in the order of subjects, then literals, then lists, by the text they are written
  with.

Promises the same triples, and a fixed point: what was written is written the same again. Refuses
what it would lose (a comment further down) or what has no stable name (a blank node that is not
the cell of a list). The same rules write the files under `data/` and the answers in Turtle.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

from pledgegraph.errors import DataError
from pledgegraph.publishing.turtle_lists import Items, fold_lists
from pledgegraph.publishing.turtle_terms import TermWriter
from pledgegraph.store.files import list_paths
from pledgegraph.store.term import BlankNode, Iri, Literal, Term, Triple
from pledgegraph.terms import PREFIXES, RDF, RDFS, SKOS

_FIRST_PREDICATES: Final = (
    RDF.type,
    RDFS.label,
    SKOS.prefLabel,
    SKOS.altLabel,
    SKOS.hiddenLabel,
)
_HEADER: Final = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*(?:[ \t]*#[^\r\n]*\Z)?")
_TOKEN: Final = re.compile(
    r"""
    (?P<comment>\#)
  | \"\"\"(?:[^"\\]++|\\.|"(?!""))*+\"\"\" | '''(?:[^'\\]++|\\.|'(?!''))*+'''
  | "(?:[^"\\]++|\\.)*+" | '(?:[^'\\]++|\\.)*+'
  | <[^<>"{}|^`\x00-\x20]*+>
  | \\.
  | [^\#"'<\\]++
  | .
    """,
    re.VERBOSE | re.DOTALL,
)
_DIGITS: Final = re.compile(r"([0-9]+)")


def format_turtle(
    content: str | Iterable[ox.Triple | Triple],
    *,
    prefixes: Mapping[str, str] = PREFIXES,
    file: str | None = None,
) -> str:
    """Return Turtle text, or triples, in canonical form; nothing at all gives the empty text.

    `file` is the name that errors give to the text.

    >>> print(format_turtle("<https://example.org/a> a <https://example.org/B> ."), end="")
    <https://example.org/a> a <https://example.org/B> .

    Raises:
        DataError: the text is no Turtle 1.1, has a comment below its first statement, or the graph
            holds a blank node that is not the cell of a list of IRIs and literals.
    """
    if isinstance(content, str):
        parsed = _parse(content, file)
        return _write(parsed, _split_header(content, file), prefixes, file)
    return _write({_plain_triple(t, file) for t in content}, "", prefixes, file)


def format_file(path: Path) -> str:
    """Return the canonical form of the Turtle file at `path`; the file stays as it is.

    Raises:
        DataError: as `format_turtle`, or the file cannot be read as text in UTF-8.
    """
    return format_turtle(_load_text(path), file=path.as_posix())


def list_unformatted(root: Path) -> tuple[Path, ...]:
    """Return the Turtle files at or below `root` that are not in canonical form, sorted.

    Raises:
        DataError: as `format_file`, for the first file that cannot be formatted; or there is
            nothing at `root`.
    """
    if not root.exists():
        raise DataError(
            file=root.as_posix(), problem="there is no such file or folder", expected="one of both"
        )
    paths = [p for p in list_paths(root) if p.suffix == ".ttl"] if root.is_dir() else [root]
    return tuple(path for path in paths if format_file(path) != _load_text(path))


# --- reading ---------------------------------------------------------------------------------


def _load_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise DataError(
            file=path.as_posix(),
            problem=f"the file cannot be read ({error.strerror})",
            expected="a readable file: check its permissions",
        ) from error
    except UnicodeDecodeError as error:
        raise DataError(
            file=path.as_posix(),
            line=error.object.count(b"\n", 0, error.start) + 1,
            problem=f"byte {error.start} is not UTF-8",
            expected="a text file in UTF-8",
        ) from error


def _parse(text: str, file: str | None) -> set[Triple]:
    try:
        parsed = list(ox.parse(text.encode("utf-8"), format=ox.RdfFormat.TURTLE))
    except UnicodeEncodeError as error:
        raise DataError(
            file=file,
            line=text.count("\n", 0, error.start) + 1,
            problem="half a surrogate pair is no character",
            expected="text that UTF-8 can hold",
        ) from error
    except SyntaxError as error:
        raise DataError(
            file=file,
            line=error.lineno,
            column=error.offset,
            problem=error.msg.partition(": ")[2] or error.msg,
            expected="Turtle 1.1 (https://www.w3.org/TR/turtle/)",
        ) from error
    return {_plain_triple(quad.triple, file) for quad in parsed}


def _plain_triple(triple: ox.Triple | Triple, file: str | None) -> Triple:
    if isinstance(triple, Triple):
        return triple
    subject, value = _plain_term(triple.subject, file), _plain_term(triple.object, file)
    assert not isinstance(subject, Literal)  # RDF has no literal subjects
    return Triple(subject, Iri(triple.predicate.value), value)


def _plain_term(term: object, file: str | None) -> Term:
    match term:
        case ox.NamedNode():
            return Iri(term.value)
        case ox.BlankNode():
            return BlankNode(term.value)
        case ox.Literal() if term.direction is None:
            return Literal(term.value, term.datatype.value, term.language or "")
    raise DataError(
        file=file,
        subject=str(term),
        problem="only RDF 1.2 has triple terms and base directions",
        expected="RDF 1.1 (https://www.w3.org/TR/rdf11-concepts/)",
    )


def _split_header(text: str, file: str | None) -> str:
    """Return the comment lines at the top of `text`; a comment below them raises DataError."""
    end = _HEADER.match(text).end()  # type: ignore[union-attr]  # it matches the empty text too
    for token in _TOKEN.finditer(text, end):
        if token["comment"]:
            raise DataError(
                file=file,
                line=text.count("\n", 0, token.start()) + 1,
                problem="a comment stands here and formatting would lose it",
                expected="comments in the lines above the first statement, or an rdfs:comment",
            )
    lines = [line.strip() for line in re.split(r"\r\n|\r|\n", text[:end])]
    paragraphs = "\n".join(lines).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", paragraphs)


# --- writing ---------------------------------------------------------------------------------


def _write(triples: set[Triple], header: str, prefixes: Mapping[str, str], file: str | None) -> str:
    writer = TermWriter(prefixes)
    lists = fold_lists(triples, file)
    blocks = [_write_block(s, p, lists, writer) for s, p in _group(triples)]
    names = [f"@prefix {p}: <{n}> ." for p, n in sorted(writer.used.items())]
    parts = [part for part in (header, "\n".join(names), *blocks) if part]
    return "\n\n".join(parts) + "\n" if parts else ""


def _group(triples: Iterable[Triple]) -> list[tuple[Iri, Mapping[Iri, list[Term]]]]:
    """Return the named subjects in order, each with its objects by predicate."""
    subjects: dict[Iri, dict[Iri, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        if isinstance(subject, Iri):
            subjects[subject][predicate].append(value)
    return sorted(subjects.items(), key=lambda item: natural_key(item[0]))


def _write_block(
    subject: Iri,
    predicates: Mapping[Iri, list[Term]],
    lists: Mapping[BlankNode, Items],
    writer: TermWriter,
) -> str:
    lines = []
    for predicate, name in _sort_predicates(predicates, writer):
        found = {_write_object(term, lists, writer) for term in predicates[predicate]}
        objects = sorted(found, key=lambda o: (o.kind, natural_key(o.key)))
        lines.append(f"{name} " + " ,\n    ".join(o.text for o in objects))
    return f"{writer.write(subject)} " + " ;\n  ".join(lines) + " ."


def _sort_predicates(predicates: Iterable[Iri], writer: TermWriter) -> list[tuple[Iri, str]]:
    first = {iri: place for place, iri in enumerate(_FIRST_PREDICATES)}
    named = [(p, "a" if p == RDF.type else writer.write(p)) for p in predicates]
    return sorted(named, key=lambda n: (first.get(n[0], len(first)), natural_key(n[1])))


class _Written(NamedTuple):
    """An object as it is written; `kind` and `key` say where it stands among the objects."""

    kind: int
    key: str
    text: str


def _write_object(term: Term, lists: Mapping[BlankNode, Items], writer: TermWriter) -> _Written:
    if isinstance(term, BlankNode):
        text = f"( {' '.join(writer.write(item) for item in lists[term])} )"
        return _Written(2, text, text)
    if term == RDF.nil:
        return _Written(2, "()", "()")
    text = writer.write(term)
    return _Written(1, text, text) if isinstance(term, Literal) else _Written(0, term, text)


def natural_key(text: str) -> tuple[tuple[tuple[int, str], ...], str]:
    """Return the sort key that puts `place/2` before `place/10`; different texts have their own.

    >>> sorted(["II.b", "p/10", "II.a", "p/2"], key=natural_key)
    ['II.a', 'II.b', 'p/2', 'p/10']
    """
    # Digits stand at the odd places. Their count without zeros in front comes first: it compares
    # numbers of any length, which int() refuses beyond some thousand digits.
    parts = _DIGITS.split(text)
    numbers = [part.lstrip("0") for part in parts]
    key = ((len(n), n) if i % 2 else (0, parts[i]) for i, n in enumerate(numbers))
    return tuple(key), text
