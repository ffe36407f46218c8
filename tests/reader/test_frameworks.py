"""`pledgegraph.reader.frameworks`: frameworks, versions, changes."""

from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.model import Change, StatedDate
from tests.reader.small import ID, check_refused, read_small

POLICY = f"{ID}framework/lab/policy"
FIRST = f"{ID}version/lab/policy/1"
SECOND = f"{ID}version/lab/policy/1-reissue"


def test_frameworks_come_by_organisation_and_slug(service: Service) -> None:
    old, policy = read_small(service).frameworks
    assert (old.slug, policy.slug) == ("old", "policy")
    assert (policy.title, policy.organisations) == ("Policy", (f"{ID}organisation/lab",))
    assert policy.landing_page == "https://lab.example/policy"
    assert policy.replaces == (old.iri,)


def test_a_version_is_read_whole(service: Service) -> None:
    first = read_small(service).versions[0]
    assert (first.iri, first.slug, first.framework, first.label) == (FIRST, "1", POLICY, "1")
    assert first.issued == StatedDate("2025-03-05", date(2025, 3, 5), date(2025, 3, 5))
    assert (first.date_basis.notation, first.effective) == ("title-page", None)
    assert (first.publication.notation, first.availability.notation) == ("published", "available")
    assert (first.url, first.no_address_because) == ("https://lab.example/policy-1.pdf", None)
    assert first.media_type == "https://www.iana.org/assignments/media-types/application/pdf"
    assert (first.languages, first.alternative_labels) == (("en", "fr"), ("first",))
    (rival,) = first.rival_dates
    assert (rival.issued.stated, rival.basis.notation) == ("2025", "announcement")
    assert rival.sources == ("https://news.example/",)


def test_a_version_without_an_address_says_why(service: Service) -> None:
    second = read_small(service).versions[1]
    assert (second.url, second.no_address_because) == (None, "It was only sent round.")
    assert (second.replaces, second.reissue_of) == ((FIRST,), FIRST)
    assert second.effective == StatedDate("2025-05-01", date(2025, 5, 1), date(2025, 5, 1))


def test_no_version_comes_before_what_it_replaces(service: Service) -> None:
    # The re-issue is dated by its month, which begins before the day of the first issue.
    assert [v.iri for v in read_small(service).versions] == [FIRST, SECOND]


def test_versions_that_replace_each_other_are_read(service: Service) -> None:
    old = "pledge:reissueOf <version/lab/policy/1> ."
    cycle = f"{old} <version/lab/policy/1> dcterms:replaces <version/lab/policy/1-reissue> ."
    assert [v.iri for v in read_small(service, (old, cycle)).versions] == [FIRST, SECOND]


def test_a_change_is_read_whole(service: Service) -> None:
    assert read_small(service).changes == (
        Change(
            iri=f"{SECOND}/change",
            from_version=FIRST,
            to_version=SECOND,
            description="A table is gone.",
            reasons_stated=False,
            sources=("https://news.example/",),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "pledge:frameworkOf <organisation/lab> ;\n  dcat:landingPage",
            "dcat:landingPage",
            "framework/lab/policy: frameworkOf: it has no value; expected at least one "
            "organisation.",
        ),
        (
            "pledge:replacesFramework <framework/lab/old>",
            "pledge:replacesFramework <framework/lab/older>",
            f"framework/lab/policy: replacesFramework: it links {ID}framework/lab/older, which is "
            "no framework; expected the IRI of one that data/ describes.",
        ),
        (
            'dcterms:identifier "old" ;',
            'dcterms:identifier "policy" ;',
            f"framework/lab/policy: identifier: {ID}framework/lab/old has the same; expected an "
            "identifier of its own.",
        ),
        (
            'dcterms:identifier "1-reissue" ;',
            'dcterms:identifier "1" ;',
            f"version/lab/policy/1-reissue: identifier: {FIRST} has the same; expected an "
            "identifier of its own.",
        ),
        (
            '  pledge:noAddressBecause "It was only sent round."@en ;',
            " ",
            "version/lab/policy/1-reissue: url: it has no value; expected one, or the reason under "
            "noAddressBecause.",
        ),
        (
            'dcterms:language "en" ;',
            "",
            "version/lab/policy/1-reissue: language: it has no value; expected at least one "
            "language.",
        ),
        (
            "dcterms:replaces <version/lab/policy/1> ;",
            "dcterms:replaces <version/lab/policy/0> ;",
            "version/lab/policy/1-reissue: replaces: it links "
            f"{ID}version/lab/policy/0, which is no framework version; expected the IRI of one "
            "that data/ describes.",
        ),
        (
            "pledge:reissueOf <version/lab/policy/1> .",
            "pledge:reissueOf <organisation/lab> .",
            f"version/lab/policy/1-reissue: reissueOf: it links {ID}organisation/lab, which is no "
            "framework version; expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:rivalDate <version/lab/policy/1/rival-date/1>",
            "pledge:rivalDate <version/lab/policy/1/rival-date/2>",
            f"version/lab/policy/1: it links {FIRST}/rival-date/2, which is not described; "
            "expected a description of it in ontology/ or data/, or no link.",
        ),
        (
            ' pledge:effectiveEarliest "2025-05-01"^^xsd:date ;',
            "",
            "version/lab/policy/1-reissue: effectiveEarliest: it has no value; expected one day.",
        ),
        (
            "pledge:changeFrom <version/lab/policy/1>",
            "pledge:changeFrom <version/lab/policy/0>",
            f"version/lab/policy/1-reissue/change: changeFrom: it links {ID}version/lab/policy/0, "
            "which is no framework version; expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:reasonsStated false",
            'pledge:reasonsStated "no"',
            "version/lab/policy/1-reissue/change: reasonsStated: “no” is no truth value; expected "
            "true or false.",
        ),
    ],
)
def test_what_cannot_be_read_names_file_and_subject(
    service: Service, old: str, new: str, message: str
) -> None:
    check_refused(service, old, new, message)
