"""Honesty is never treated worse than silence: claims alone, and each of them left out in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pledgegraph.settings import ENGINES
from pledgegraph.severity import Severity
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile, load_file
from pledgegraph.validation.checks import validate_files
from pledgegraph.validation.context import Context
from pledgegraph.validation.engines import get_engine
from pledgegraph.validation.findings import ValidationReport, Verdict
from pledgegraph.validation.profiles import Profile
from pledgegraph.validation.shapes import ShapeSet

SHAPE = "https://w3id.org/pledgegraph/shapes#"
CLAIM = "<https://w3id.org/pledgegraph/id/claim/"

# The rule that each claim is in the place of, where nothing is described but an address: no
# threshold, no mitigation, no exception and no change. Best practices of severity Info have a
# twin in the full profile.
RULES = {
    Profile.COMMITMENT: """
        PRE.d BP1.a BP1.b BP2 BP3.a BP3.b BP4.a BP4.b BP5.a BP5.b BP6.a BP6.b BP6.c BP6.d BP7 BP8
        I.a I.b I.c I.d I.e I.f I.g I.h I.i I.j I.k II.a III.a III.b III.d III.e IV.a IV.b IV.c
        IV.d IV.e V.a V.b V.c V.d V.e V.f V.g V.h VI.b VI.c VI.d VI.e VI.f VII.a VIII.a VIII.b
        VIII.c
    """.split(),
    Profile.FULL_COMMITMENTS: """
        PRE.d BP1.a BP1.b BP2-full BP3.a BP3.b BP4.a-full BP4.b-full BP5.a-full BP5.b-full
        BP6.a-full BP6.b-full BP6.c-full BP6.d-full BP7-full BP8-full I.a I.b I.c I.d I.e I.f I.g
        I.h I.i I.j I.k II.a III.a III.b III.d III.e IV.a IV.b IV.c IV.d IV.e V.a V.b V.c V.d V.e
        V.f V.g V.h VI.b VI.c VI.d VI.e VI.f VII.a VIII.a VIII.b VIII.c
    """.split(),
}
# Claims that answer what is asked of an address, a threshold, a mitigation or a change.
NOT_ASKED_HERE = (
    "PRE.c PRE.e CHG.b CHG.c CHG.d II.b II.c II.d II.e II.f II.g II.h III.c VII.b VII.c FN3.b"
)


@pytest.fixture(scope="module")
def context(files: tuple[SourceFile, ...]) -> Context:
    """Return what is shipped, with the engine that is quick enough for 140 whole records."""
    store = EmbeddedStore.from_files(files)
    return Context.from_store(store, ShapeSet.from_files(files), engine=get_engine("turbo"))


@pytest.fixture(scope="module")
def record(repository: Path) -> SourceFile:
    """Return the record of which nothing is described."""
    path = repository / "shapes/claims/examples/conforming-claims-only.ttl"
    return load_file(path, "record.ttl")


@pytest.mark.parametrize("profile", Profile)
def test_claims_alone_have_no_finding(
    context: Context, record: SourceFile, profile: Profile
) -> None:
    report = validate_files([record], context=context, profile=profile)
    assert report.findings == ()
    assert report.targeted == report.subjects == 76


@pytest.mark.parametrize("coverage", ["not-addressed", "not-applicable", "withheld"])
@pytest.mark.parametrize("profile", RULES)
def test_no_kind_of_absence_is_a_violation(
    context: Context, record: SourceFile, profile: Profile, coverage: str
) -> None:
    report = validate_files([cover(record, coverage)], context=context, profile=profile)
    found = {(f.severity, f.shape.removeprefix(SHAPE)) for f in report.findings}
    told = {(Severity.WARNING, "ClaimNotAddressedShape")} if coverage == "not-addressed" else set()
    assert found == told


def test_absence_is_told_only_of_what_silence_would_be_told_of(
    context: Context, record: SourceFile
) -> None:
    asked = RULES[Profile.COMMITMENT]
    report = validate_files(
        [cover(record, "not-addressed")], context=context, profile=Profile.COMMITMENT
    )
    told = {(finding.value or "").removeprefix("req:") for finding in report.findings}
    assert "I.a" in told
    assert told - set(asked) == set()


@pytest.mark.parametrize("profile", RULES)
def test_each_claim_stands_for_just_its_rule(
    context: Context, record: SourceFile, profile: Profile
) -> None:
    found = {
        requirement: tell(validate_files([left], context=context, profile=profile))
        for requirement, left in leave_out_each(record)
    }
    expected = {rule.removesuffix("-full"): [f"P-{rule}"] for rule in RULES[profile]}
    assert found == expected | {requirement: [] for requirement in NOT_ASKED_HERE.split()}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("year", ["10000", "-2030", "0000"])
def test_by_no_engine_does_a_date_pass_that_one_of_them_cannot_read(
    files: tuple[SourceFile, ...], record: SourceFile, engine: str, year: str
) -> None:
    store = EmbeddedStore.from_files(files)
    context = Context.from_store(store, ShapeSet.from_files(files), engine=get_engine(engine))
    text = record.content.decode().replace('"2030-05-01"', f'"{year}-05-01"')
    report = validate_files([replace(record, content=text.encode())], context=context)
    assert report.verdict is Verdict.NOT_PASSED


def cover(record: SourceFile, coverage: str) -> SourceFile:
    """Return `record` with every claim of absence of one kind."""
    text = record.content.decode()
    for other in ("not-addressed", "not-applicable", "withheld"):
        text = text.replace(f"code:coverage-{other}", f"code:coverage-{coverage}")
    return replace(record, content=text.encode())


def leave_out_each(record: SourceFile) -> Iterator[tuple[str, SourceFile]]:
    """Yield each requirement that is answered, and `record` without that claim."""
    head, *claims = record.content.decode().split(CLAIM)
    for place, claim in enumerate(claims):
        rest = claims[:place] + claims[place + 1 :]
        requirement = claim.partition(">")[0].rpartition("/")[2]
        yield requirement, replace(record, content=CLAIM.join([head, *rest]).encode())


def tell(report: ValidationReport) -> list[str]:
    """Return the rules of the findings, each once: VII.a has one for each of six paragraphs.

    What is said of evidence that is cited no more is left out.
    """
    names = {finding.shape.removeprefix(SHAPE) for finding in report.findings}
    return sorted(names - {"Evidence-bearing"})
