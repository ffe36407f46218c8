"""`pledgegraph.catalogue.evidence`."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    bearing, *parts = catalogue.list_bearings_of(evidence)
    assert [catalogue.get_evidence_of(part) for part in parts] == [evidence, evidence]
    assert catalogue.get_evidence_of(bearing) == evidence
    assert bearing in catalogue.list_bearings(
        BearingFilter(organisations=("g42",), provisions=("PRE",), directions=("supports",))
    )


def test_evidence_is_kept_by_organisation_and_provision(catalogue: Catalogue) -> None:
    for organisation in catalogue.organisations:
        about = EvidenceFilter(organisations=(organisation.slug,))
        assert catalogue.list_evidence_about(organisation) == catalogue.list_evidence(about)
    for provision in catalogue.provisions:
        on = EvidenceFilter(provisions=(provision.identifier,))
        assert catalogue.list_evidence_on(provision) == catalogue.list_evidence(on)


def test_only_what_is_given_is_looked_through(catalogue: Catalogue) -> None:
    first, second, *_ = catalogue.list_evidence(EvidenceFilter(text="threshold"))
    wanted = EvidenceFilter(text="Threshold")
    assert catalogue.list_evidence(wanted, among=(second, first)) == (second, first)
    assert catalogue.list_evidence(EvidenceFilter(kinds=()), among=(first,)) == ()


def test_the_publisher_of_a_version_is_its_organisation(catalogue: Catalogue) -> None:
    version = catalogue.get_version("g42", "frontier-ai-safety-framework", "2025-02-06")
    assert catalogue.get_publisher_of(version) == catalogue.get_organisation("g42")


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
    _, on_clause = small.bearings
    catalogue = Catalogue(replace(small, bearings=(on_clause,)), revision="r")
    assert identifiers(catalogue, provisions=("II",)) == ["lab/e2"]
    assert identifiers(catalogue, provisions=("III",)) == []
    assert catalogue.get_provision_of(on_clause).identifier == "II"


def test_one_bearing_has_to_hold_both_parts(small: Records) -> None:
    whole, on_clause = small.bearings
    elsewhere = replace(on_clause, bears_on=f"{ID}provision/seoul-2024/III")
    catalogue = Catalogue(replace(small, bearings=(whole, elsewhere)), revision="r")
    assert identifiers(catalogue, provisions=("II",), directions=("supports",)) == ["lab/e2"]
    assert identifiers(catalogue, provisions=("II",), directions=("contradicts",)) == []
    (evidence,) = [e for e in small.evidence if e.identifier == "lab/e2"]
    found = catalogue.list_provisions_of(evidence)
    assert [p.identifier for p in found] == ["II", "III"]


def test_evidence_with_two_bearings_is_found_once_and_bears_on_its_provision_once(
    small: Records,
) -> None:
    catalogue = Catalogue(small, revision="r")
    assert identifiers(catalogue, provisions=("II",)) == ["lab/e2"]
    on_it = catalogue.list_evidence_on(catalogue.get_provision("seoul-2024", "II"))
    assert [e.identifier for e in on_it] == ["lab/e2"]
    found = catalogue.list_provisions_of(catalogue.get_evidence("lab/e2"))
    assert [p.identifier for p in found] == ["II"]


def test_an_address_leads_to_what_stands_there(small: Records) -> None:
    catalogue = Catalogue(small, revision="r")
    addresses = ("https://x.example/", "https://lab.example/report")
    assert catalogue.list_sources_at(addresses) == small.documents
    (first, _) = small.versions
    assert catalogue.list_sources_at(["https://lab.example/policy-1.pdf"]) == (first,)


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


def test_a_document_speaks_with_whom_it_depends_on_and_not_with_its_publisher(
    small: Records,
) -> None:
    on_lab = create_document(small, "on-lab", "agent/index", "organisation/lab")
    own = create_document(small, "own", "agent/index")
    lab = create_document(small, "lab", "organisation/lab")
    assert count_voices(small, on_lab, lab) == 1
    assert count_voices(small, on_lab, own) == 2
    assert count_voices(small, on_lab, own, lab) == 2


def test_a_company_that_reports_to_an_index_does_not_silence_it(catalogue: Catalogue) -> None:
    every = catalogue.evidence
    report = "ibm-transparency-report-foundation-model-transparency-index"
    stands_in = [(e, catalogue.get_source_of(e)) for e in every]
    reported = [e for e, source in stands_in if source.slug == report]
    stanford = [
        e
        for e, source in stands_in
        if source.slug != report and catalogue.get_publisher_of(source).label == "Stanford CRFM"
    ]
    assert reported
    assert stanford
    assert catalogue.count_voices(stanford) == 1
    assert catalogue.count_voices([*stanford, *reported]) == 2


PUBLISHERS = st.sampled_from(
    [
        "agent/index",
        "agent/crown",
        "agent/lab-research",
        "agent/pledgegraph-editors",
        "organisation/lab",
    ]
)
OTHERS = st.lists(
    st.sampled_from(
        ["agent/index", "organisation/lab", "campaign/index", "document/d0", "document/d1"]
    ),
    max_size=2,
    unique=True,
)


@given(st.lists(st.tuples(PUBLISHERS, OTHERS), min_size=1, max_size=6))
def test_more_evidence_is_never_fewer_voices(
    small: Records, texts: list[tuple[str, list[str]]]
) -> None:
    documents = tuple(
        create_document(small, f"d{n}", publisher, *others)
        for n, (publisher, others) in enumerate(texts)
    )
    evidence = tuple(
        replace(small.evidence[0], iri=f"{d.iri}/e", identifier=d.slug, source=d.iri)
        for d in documents
    )
    records = replace(small, documents=documents, evidence=evidence, bearings=())
    catalogue = Catalogue(records, revision="r")
    counts = [catalogue.count_voices(evidence[:n]) for n in range(len(evidence) + 1)]
    assert counts == sorted(counts)
