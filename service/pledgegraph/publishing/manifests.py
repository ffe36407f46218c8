"""The manifests beside the shapes: which example keeps a rule, and which breaks it.

A manifest has the form of the W3C SHACL test suite
(https://w3c.github.io/data-shapes/data-shapes-test-suite/). Promises the tests in the order of the
manifest, and each as far as it can be read: whether they are right, the tests of the shapes judge.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile
from pledgegraph.store.term import Iri, Literal, Term
from pledgegraph.store.values import Values, group_by_subject, list_items
from pledgegraph.terms import DCTERMS, RDF, RDFS, SH, SITE, Namespace

_MF: Final = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
_SHT: Final = Namespace("http://www.w3.org/ns/shacl-test#")


@dataclass(frozen=True, slots=True)
class ExpectedResult:
    """What a test expects of a shape: that it finds something at `focus`, empty without an IRI."""

    shape: str
    focus: str


@dataclass(frozen=True, slots=True)
class ManifestTest:
    """One test: `file` is the name of its example below the root of what is shipped.

    `shows` are the rules that it is a good example of.
    """

    file: str
    conforms: bool
    results: tuple[ExpectedResult, ...]
    shows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The tests of one folder, and the names of the files beside which each is run."""

    requires: tuple[str, ...]
    tests: tuple[ManifestTest, ...]


def read_manifest(file: SourceFile) -> Manifest:
    """Return what the manifest `file` says; what names no example or no result is no test.

    Raises:
        DataError: it is no Turtle.
    """
    # On the first line, so that a mistake is told with the line it stands in.
    based = f"@base <{SITE}{file.name}> . ".encode() + file.content
    triples = EmbeddedStore.from_files([replace(file, content=based)]).list_triples()
    values = group_by_subject(triples)
    heads = [s for s, given in values.items() if Iri(_MF.Manifest) in given.get(RDF.type, ())]
    lists = (entries for head in heads for entries in _list(values, head, _MF.entries))
    required = (str(iri) for head in heads for iri in _list(values, head, DCTERMS.requires))
    return Manifest(
        tuple(sorted(name.removeprefix(SITE) for name in required)),
        tuple(
            test
            for entries in lists
            for entry in list_items(values, entries)
            for test in _read_test(values, entry)
        ),
    )


def _read_test(values: Values, entry: Term) -> Iterator[ManifestTest]:
    files = [
        str(data).removeprefix(SITE)
        for action in _list(values, entry, _MF.action)
        for data in _list(values, action, _SHT.dataGraph)
        if isinstance(data, Iri)
    ]
    reports = _list(values, entry, _MF.result)
    if files and reports:
        verdicts = [v for report in reports for v in _list(values, report, SH.conforms)]
        results = [r for report in reports for r in _list(values, report, SH.result)]
        yield ManifestTest(
            file=files[0],
            conforms=[v.value for v in verdicts if isinstance(v, Literal)] == ["true"],
            results=tuple(found for result in results for found in _read_result(values, result)),
            shows=tuple(str(rule) for rule in _list(values, entry, RDFS.seeAlso)),
        )


def _read_result(values: Values, result: Term) -> Iterator[ExpectedResult]:
    named = [str(focus) for focus in _list(values, result, SH.focusNode) if isinstance(focus, Iri)]
    for shape in _list(values, result, SH.sourceShape):
        yield ExpectedResult(str(shape), named[0] if named else "")


def _list(values: Values, subject: Term, predicate: str) -> tuple[Term, ...]:
    return values.get(subject, {}).get(predicate, ())
