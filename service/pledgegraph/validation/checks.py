"""Files, or everything that is shipped, checked in a profile and reported.

Promises one report with all findings (the first 1,000 in words, the rest in number), a verdict
only where the engine finished, and no network: files are parsed strictly by the store, and nothing
is fetched, imported or inferred.
"""

from collections.abc import Iterable, Mapping, Sequence

from rdflib import Graph

from pledgegraph.errors import DataError
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile
from pledgegraph.store.limits import check_file
from pledgegraph.store.term import BlankNode, Iri, Triple
from pledgegraph.validation.chains import check_chains
from pledgegraph.validation.context import Context
from pledgegraph.validation.engines.port import RESERVED
from pledgegraph.validation.explanation import Place, explain_faults, explain_results
from pledgegraph.validation.faults import Fault, list_literal_faults, list_name_faults
from pledgegraph.validation.findings import ValidationReport, cut, limit_findings
from pledgegraph.validation.given import Given
from pledgegraph.validation.graphs import create_node
from pledgegraph.validation.joining import join_findings
from pledgegraph.validation.lists import read_lists
from pledgegraph.validation.profiles import Profile
from pledgegraph.validation.shipped import Shipped, Subject


def validate_dataset(
    context: Context, *, files: Sequence[SourceFile] = (), profile: Profile = Profile.RECORD
) -> ValidationReport:
    """Check everything that is shipped: each subject of the data and of the ontology.

    `files` are those the context was built from; with them, findings carry lines.

    Raises:
        EngineFailure: the engine did not finish, which is no verdict.
    """
    with context.holding(()) as data:
        return check_given(data, Given(context.parts, files), context, profile)


def validate_files(
    files: Sequence[SourceFile], *, context: Context, profile: Profile = Profile.RECORD
) -> ValidationReport:
    """Check each subject of the given `files`, beside what `context` says of others.

    A file is Turtle or JSON-LD, as its name says.

    What the files say of a subject stands in place of all that the context says of it: a copy of
    a shipped file, changed, is checked as if it were the shipped one. Of the vocabulary the context
    holds, and what a file says otherwise is a finding.

    Raises:
        LimitExceeded: a file is too large, nests too deep, or has too long a chain.
        DataError: a file cannot be read as that; with its line and column as far as known.
        EngineFailure: the engine did not finish, which is no verdict.
    """
    for file in files:
        check_file(file)
    own = EmbeddedStore.from_files(files)
    parts = {file.name: own.list_triples(graph=file.graph) for file in files}
    for name, part in parts.items():
        _refuse_reserved(part, name)
        read_lists(part, file=name)
    given = Given(parts, files)
    check_chains(given.triples)
    heard = [triple for triple in given.triples if not context.shipped.is_foreign(triple)]
    with context.holding(heard) as data:
        return check_given(data, given, context, profile)


def _refuse_reserved(triples: Iterable[Triple], file: str) -> None:
    for subject, predicate, _ in triples:
        for term in (subject, predicate):
            if isinstance(term, Iri) and term.startswith(RESERVED):
                raise DataError(
                    file=file,
                    problem=f"the name {cut(term)} is kept for checking",
                    expected="another",
                )


def check_given(data: Graph, given: Given, context: Context, profile: Profile) -> ValidationReport:
    """Check the subjects of what is `given`; `data` is that with what stands beside it."""
    files = given.find_files()
    nodes = {create_node(subject): subject for subject in files}
    shapes, program = context.shapes, context.program
    targets = shapes.list_targets(data, focus=frozenset(nodes), profile=profile)
    checked = frozenset(nodes[node] for found in targets.values() for node in found)
    results = program.run(data, targets)
    faults = _list_faults(given, context.shipped, checked)
    about = {nodes[r.focus] for r in results if r.focus in nodes} | {f.subject for f in faults}
    if any(isinstance(subject, BlankNode) for subject in about):
        about |= set(files)  # what has no name stands where that stands which it belongs to
    places = _find_places({s: files[s] for s in about if s in files}, given)
    told = explain_results(results, data=data, shapes=shapes, program=program, places=places)
    untold = explain_faults(faults, data=data, places=places)
    findings, left_out = limit_findings(join_findings(told, untold))
    return ValidationReport(
        findings=findings,
        subjects=len(nodes),
        targeted=len(checked),
        profile=profile,
        engine=context.engine.title,
        engine_version=context.engine.version,
        shapes_version=shapes.version,
        shapes_digest=shapes.digest,
        untold=left_out,
    )


def _list_faults(given: Given, shipped: Shipped, checked: frozenset[Subject]) -> tuple[Fault, ...]:
    return (
        *list_literal_faults(given.triples),
        *list_name_faults(given.triples),
        *shipped.list_vocabulary_faults(given.triples),
        *shipped.list_class_faults(given.triples, checked=checked),
    )


def _find_places(files: Mapping[Subject, str], given: Given) -> Mapping[str, Place]:
    lines = given.find_lines(files.values())
    nodes = {str(create_node(subject)): name for subject, name in files.items()}
    return {node: Place(name, lines.get(name, {}).get(node)) for node, name in nodes.items()}
