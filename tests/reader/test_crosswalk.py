"""`pledgegraph.reader.crosswalk`: other sets of promises and how they relate."""

from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from tests.reader.small import ID, check_refused, read_small


def test_a_set_is_read_with_its_clauses_by_position(service: Service) -> None:
    (found,) = read_small(service).commitment_sets
    assert (found.slug, found.title, found.nature) == ("house", "House", "Voluntary.")
    assert (found.issued.stated, found.issued.latest) == ("2023", date(2023, 12, 31))
    assert [(c.position, c.text) for c in found.clauses] == [(1, "Test."), (2, "Report.")]


def test_a_link_is_read_whole(service: Service) -> None:
    (found,) = read_small(service).crosswalk_links
    assert found.provision == f"{ID}provision/seoul-2024/II"
    assert found.commitment_set == f"{ID}commitment-set/house"
    assert (found.clause_cited, found.relation.notation) == ("1", "weaker")
    assert (found.because, found.attribution.mode) == ("It has no lines.", "semiAuto")
    drawn = found.attribution
    assert (drawn.drawn_by.label, drawn.drawn_on) == ("Editors", date(2026, 11, 23))


def test_links_come_in_the_order_of_the_columns(service: Service) -> None:
    link = "<crosswalk/II/house> a pledge:CrosswalkLink ;"
    both = """<crosswalk/{0}/house> a pledge:CrosswalkLink ;
  pledge:linksProvision <provision/seoul-2024/{0}> ; pledge:linksSet <commitment-set/house> ;
  pledge:crosswalkRelation code:crosswalk-none ; pledge:drawnBy <agent/pledgegraph-editors> ;
  pledge:drawnOn "2026-11-23"^^xsd:date ; earl:mode earl:semiAuto ;
  pledge:reviewState code:review-drafted .
"""
    more = "".join(both.format(name) for name in ("BP1", "FN1", "PRE", "VIII")) + link
    found = read_small(service, (link, more)).crosswalk_links
    assert [k.provision.rpartition("/")[2] for k in found] == ["PRE", "II", "VIII", "BP1", "FN1"]
    assert [k.clause_cited for k in found] == [None, "1", None, None, None]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "pledge:linksSet <commitment-set/house>",
            "pledge:linksSet <commitment-set/none>",
            f"crosswalk/II/house: linksSet: it links {ID}commitment-set/none, which is no "
            "commitment set; expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:linksProvision <provision/seoul-2024/II>",
            "pledge:linksProvision <provision/seoul-2024/IX>",
            f"crosswalk/II/house: linksProvision: it links {ID}provision/seoul-2024/IX, which is "
            "no provision; expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:clauseOf <commitment-set/house> ; dcterms",
            "pledge:clauseOf <commitment-set/none> ; dcterms",
            f"commitment-set/house/clause/2: clauseOf: it links {ID}commitment-set/none, which is "
            "no commitment set; expected the IRI of one that data/ describes.",
        ),
        (
            'dcterms:identifier "house" ;',
            "",
            "commitment-set/house: identifier: it has no value; expected one text.",
        ),
    ],
)
def test_what_cannot_be_read_names_file_and_subject(
    service: Service, old: str, new: str, message: str
) -> None:
    check_refused(service, old, new, message)
