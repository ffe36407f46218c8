"""`pledgegraph.reader.organisations` and `agents`: who promised, and who spoke."""

from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import DataError
from pledgegraph.model import Agent, StatedDate
from tests.reader.small import ID, check_refused, read_small

LAB = f"{ID}organisation/lab"
DATE = """dcterms:issued "2025-02"^^xsd:gYearMonth ;
  pledge:issuedEarliest "2025-02-01"^^xsd:date ; pledge:issuedLatest "2025-02-28"^^xsd:date ;
  dcterms:source <https://gov.example/list> ."""
COUNTRY = "http://publications.europa.eu/resource/authority/country"


def test_an_organisation_is_read_whole(service: Service) -> None:
    (found,) = read_small(service).organisations
    assert (found.iri, found.slug, found.label) == (LAB, "lab", "Example Lab")
    assert (found.legal_name, found.aliases) == ("Example Lab SAS", ("Lab",))
    assert found.homepage == "https://lab.example/"
    assert (found.sources, found.notes) == (
        ("https://lab.example/about",),
        ("It has two offices.",),
    )
    (seat,) = found.headquarterings
    assert (seat.organisation, seat.country.notation, seat.country.label) == (LAB, "FR", "France")
    assert (seat.country.iri, seat.country.scheme) == (f"{COUNTRY}/FRA", COUNTRY)


def test_its_endorsement_is_dated_by_what_the_source_leaves_open(service: Service) -> None:
    endorsement = read_small(service).organisations[0].endorsement
    assert endorsement.instrument == f"{ID}instrument/seoul-2024"
    assert endorsement.cohort.notation == "added-list"
    assert endorsement.listed_in == (f"{ID}edition/seoul-2024/2025-02-07",)
    assert endorsement.issued == StatedDate("2025-02", date(2025, 2, 1), date(2025, 2, 28))


def test_an_organisation_without_a_country_or_a_date_is_read(service: Service) -> None:
    records = read_small(service, ("a pledge:Headquartering ;", "a pledge:Note ;"), (DATE, "."))
    (found,) = records.organisations
    assert found.headquarterings == ()
    assert found.endorsement.issued is None


def test_agents_are_read_but_for_organisations_and_governments(service: Service) -> None:
    records = read_small(
        service,
        (
            "<organisation/lab> a org:FormalOrganization ;",
            "<organisation/lab> a org:FormalOrganization, prov:Organization ;",
        ),
        (
            "<agent/crown> a prov:Agent",
            "<agent/gov> a pledge:Government, prov:Organization . <agent/crown> a prov:Agent",
        ),
    )
    found = {a.iri.removeprefix(ID): a for a in records.agents}
    assert list(found) == [
        "agent/crown",
        "agent/department-for-science-innovation-and-technology",
        "agent/index",
        "agent/lab-research",
        "agent/pledgegraph-editors",
    ]
    assert [name for name, agent in found.items() if agent.is_assessor] == ["agent/index"]
    assert found["agent/lab-research"] == Agent(
        iri=f"{ID}agent/lab-research",
        label="Lab Research",
        part_of=LAB,
        not_independent_of=(f"{ID}agent/crown",),
        sources=("https://lab.example/research",),
        notes=("A part.",),
    )


def test_an_organisation_that_endorses_nothing_is_an_agent(service: Service) -> None:
    text = "<agent/crown> a prov:Agent"
    institute = f'<organisation/i> a org:FormalOrganization ; skos:prefLabel "I"@en .\n{text}'
    records = read_small(service, (text, institute))
    assert [o.slug for o in records.organisations] == ["lab"]
    found = {agent.iri: agent for agent in records.agents}[f"{ID}organisation/i"]
    assert (found.label, found.is_assessor) == ("I", False)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "pledge:endorses <instrument/seoul-2024>",
            "pledge:endorses <instrument/paris-2025>",
            "organisation/lab/endorsement/seoul-2024: endorses: it links "
            f"{ID}instrument/paris-2025, which is no instrument; expected the IRI of one that "
            "data/ describes.",
        ),
        (
            "pledge:listedIn <edition/seoul-2024/2025-02-07>",
            "pledge:listedIn <edition/seoul-2024/2024>",
            "organisation/lab/endorsement/seoul-2024: listedIn: it links "
            f"{ID}edition/seoul-2024/2024, which is no edition; expected the IRI of one that data/ "
            "describes.",
        ),
        (
            "pledge:cohort code:cohort-added-list",
            "pledge:cohort code:event-law",
            "organisation/lab/endorsement/seoul-2024: cohort: "
            "https://w3id.org/pledgegraph/code#event-law is of another list; expected a code of "
            "the list cohort.",
        ),
        (
            f"pledge:inCountry <{COUNTRY}/FRA>",
            f"pledge:inCountry <{COUNTRY}/XXX>",
            f"organisation/lab/headquartering/FR: it links {COUNTRY}/XXX, which is not described; "
            "expected a description of it in ontology/ or data/, or no link.",
        ),
        (
            "org:subOrganizationOf <organisation/lab>",
            "org:subOrganizationOf <organisation/none>",
            f"agent/lab-research: subOrganizationOf: it links {ID}organisation/none, which is no "
            "organisation; expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:notIndependentOf <agent/crown>",
            "pledge:notIndependentOf <agent/none>",
            f"agent/lab-research: notIndependentOf: it links {ID}agent/none, which is no document, "
            "agent, organisation or campaign; expected the IRI of one that data/ describes.",
        ),
    ],
)
def test_what_cannot_be_read_names_file_and_subject(
    service: Service, old: str, new: str, message: str
) -> None:
    check_refused(service, old, new, message)


def test_two_endorsements_of_one_organisation_are_refused(service: Service) -> None:
    text = "<organisation/lab/endorsement/seoul-2024> a pledge:Endorsement ;"
    second = f"""<organisation/lab/endorsement/again> a pledge:Endorsement ;
  pledge:endorsedBy <organisation/lab> ; pledge:endorses <instrument/seoul-2024> ;
  pledge:cohort code:cohort-added-list .
{text}"""
    with pytest.raises(DataError, match="expected one endorsement of each organisation"):
        read_small(service, (text, second))


def test_two_organisations_with_one_slug_are_refused(service: Service) -> None:
    text = "<organisation/lab/headquartering/FR> a pledge:Headquartering ;"
    second = f"""<organisation/other> a org:FormalOrganization ; skos:prefLabel "Other"@en ;
  dcterms:identifier "lab" .
<organisation/other/endorsement/seoul-2024> a pledge:Endorsement ;
  pledge:endorsedBy <organisation/other> ; pledge:endorses <instrument/seoul-2024> ;
  pledge:cohort code:cohort-added-list .
{text}"""
    with pytest.raises(
        DataError, match=r"identifier: .*/lab has the same; expected an identifier of its"
    ):
        read_small(service, (text, second))
