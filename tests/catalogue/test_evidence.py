"""`pledgegraph.catalogue.evidence`."""

from dataclasses import replace
from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import BearingFilter, Catalogue, EvidenceFilter
from pledgegraph.errors import InvalidArgument, NotFound
from pledgegraph.model import Document
from pledgegraph.reader import Records
from tests.reader.small import ID, read_small


def identifiers(catalogue: Catalogue, **wanted: object) -> list[str]:
    found = catalogue.list_evidence(EvidenceFilter(**wanted))  # type: ignore[arg-type]
    return [evidence.identifier for evidence in found]


def test_evidence_comes_by_organisation_and_number(catalogue: Catalogue) -> None:
    found = identifiers(catalogue)
    assert (len(found), found[0], found[-1]) == (486, "01-ai/e1", "zhipu-ai/e5")
    g42 = identifiers(catalogue, organisations=("g42",))
    assert g42 == [f"g42/e{n}" for n in range(1, 26)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"organisations": ("g42",), "provisions": ("PRE",)}, ["g42/e1", "g42/e2", "g42/e3"]),
        ({"organisations": ("g42",), "directions": ("contradicts",)}, []),
        (
            {"organisations": ("openai",), "published_before": date(2024, 5, 22)},
            ["openai/e1", "openai/e3", "openai/e14", "openai/e20", "openai/e41"],
        ),
        ({"organisations": ("01-ai",), "qualities": ("mirror",)}, ["01-ai/e3"]),
        (
            {"organisations": ("amazon",), "kinds": ("news",)},
            ["amazon/e26", "amazon/e30"],
        ),
        ({"provisions": ()}, []),
    ],
)
def test_a_filter_keeps_what_holds_in_every_part(
    catalogue: Catalogue, wanted: dict[str, object], expected: list[str]
) -> None:
    assert identifiers(catalogue, **wanted) == expected


def test_an_undated_source_is_neither_before_nor_after(catalogue: Catalogue) -> None:
    every = date(1900, 1, 1)
    after = identifiers(catalogue, published_after=every)
    undated = [
        e.identifier for e in catalogue.evidence if catalogue.get_source_of(e).issued is None
    ]
    assert after == [e for e in identifiers(catalogue) if e not in undated]
    assert undated


def test_a_locator_is_asked_for(catalogue: Catalogue) -> None:
    assert len(identifiers(catalogue, has_locator=True)) == 370
    assert len(identifiers(catalogue, has_locator=False)) == 116


def test_evidence_leads_to_its_source_and_back(catalogue: Catalogue) -> None:
    evidence = catalogue.get_evidence("g42/e1")
    source = catalogue.get_source_of(evidence)
    assert evidence in catalogue.list_passages_of(source)
    (bearing,) = catalogue.list_bearings_of(evidence)
    assert catalogue.get_evidence_of(bearing) == evidence
    assert bearing in catalogue.list_bearings(
        BearingFilter(organisations=("g42",), provisions=("PRE",), directions=("supports",))
    )


def test_the_publisher_of_a_version_is_its_organisation(catalogue: Catalogue) -> None:
    version = catalogue.get_version("g42", "frontier-ai-safety-framework", "2025-02-06")
    assert catalogue.find_publisher_of(version) == catalogue.get_organisation("g42")


def test_an_unknown_name_is_told_with_the_nearest(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match="no evidence “g42/e99”; the nearest are g42/e9"):
        catalogue.get_evidence("g42/e99")


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"organisations": ("x",)}, "organisation: “x” is no organisation"),
        ({"provisions": ("IX",)}, "provision: “IX” is no provision"),
        ({"directions": ("x",)}, "direction: “x” is no direction; expected one of supports"),
        ({"kinds": ("x",)}, "kind: “x” is no kind; expected one of framework-text"),
        ({"qualities": ("x",)}, "quality: “x” is no quality; expected one of primary"),
    ],
)
def test_what_is_unknown_is_refused_with_the_known(
    catalogue: Catalogue, wanted: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidArgument) as caught:
        identifiers(catalogue, **wanted)
    assert str(caught.value).startswith(message)


# --- a bearing on one statement, and voices: over the small sample -------------------------


@pytest.fixture(scope="module")
def small(service: Service) -> Records:
    return read_small(service)


def test_a_provision_stands_for_its_statements(small: Records) -> None:
    (bearing,) = small.bearings
    on_clause = replace(bearing, bears_on="https://w3id.org/pledgegraph/req/seoul-2024/II.g")
    catalogue = Catalogue(replace(small, bearings=(on_clause,)), revision="r")
    assert identifiers(catalogue, provisions=("II",)) == ["lab/e2"]
    assert identifiers(catalogue, provisions=("III",)) == []


def count_voices(small: Records, *documents: Document) -> int:
    evidence = tuple(
        replace(small.evidence[0], iri=f"{d.iri}/e", identifier=d.slug, source=d.iri)
        for d in documents
    )
    records = replace(small, documents=documents, evidence=evidence, bearings=())
    return Catalogue(records, revision="r").count_voices(evidence)


def create_document(small: Records, slug: str, publisher: str, *others: str) -> Document:
    return replace(
        small.documents[0],
        iri=f"{ID}document/{slug}",
        slug=slug,
        publisher=f"{ID}{publisher}",
        not_independent_of=tuple(f"{ID}{other}" for other in others),
    )


def test_sources_of_one_publisher_are_one_voice(small: Records) -> None:
    one = create_document(small, "one", "agent/index")
    two = create_document(small, "two", "agent/index")
    other = create_document(small, "other", "agent/pledgegraph-editors")
    assert count_voices(small, one, two) == 1
    assert count_voices(small, one, other) == 2
    assert count_voices(small) == 0


def test_a_part_speaks_with_its_organisation(small: Records) -> None:
    part = create_document(small, "part", "agent/lab-research")
    whole = create_document(small, "whole", "organisation/lab")
    assert count_voices(small, part, whole) == 1


def test_what_is_not_independent_is_one_voice_through_others_too(small: Records) -> None:
    one = create_document(small, "one", "agent/index", "campaign/index")
    two = create_document(small, "two", "agent/pledgegraph-editors", "campaign/index")
    crown = create_document(small, "crown", "agent/crown")
    part = create_document(small, "part", "agent/lab-research")
    assert count_voices(small, one, two) == 1
    assert count_voices(small, crown, part) == 1
    assert count_voices(small, one, two, crown, part) == 2
