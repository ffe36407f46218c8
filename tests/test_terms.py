"""`pledgegraph.terms`."""

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.terms import CODE, DCTERMS, OWN_TERMS, PLEDGE, SITE, shorten

DECLARED = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT DISTINCT ?term WHERE {
  ?term a ?kind
  FILTER(?kind IN (owl:Class, owl:ObjectProperty, owl:DatatypeProperty, owl:AnnotationProperty))
  FILTER(STRSTARTS(STR(?term), "https://w3id.org/pledgegraph/ns#"))
}
"""


def test_the_terms_here_are_the_terms_of_the_ontology(service: Service) -> None:
    declared = {
        str(row[0]).removeprefix(PLEDGE.base) for row in service.store.select(DECLARED).rows
    }
    assert declared - OWN_TERMS == set(), "declared in ontology/, missing in terms.py"
    assert OWN_TERMS - declared == set(), "named in terms.py, declared nowhere"


def test_a_misspelt_own_term_fails_at_once() -> None:
    assert PLEDGE.verbatim == SITE + "ns#verbatim"
    with pytest.raises(AttributeError, match="verbatm is no term of"):
        _ = PLEDGE.verbatm


def test_a_name_that_a_string_has_is_a_term_all_the_same() -> None:
    assert DCTERMS.title == "http://purl.org/dc/terms/title"


def test_names_are_shortened_for_people() -> None:
    assert shorten(CODE["modality-will"]) == "code:modality-will"
    assert shorten(SITE + "req/seoul-2024/II.g") == "req:II.g"
    assert shorten(SITE + "req/other/1") == SITE + "req/other/1"
    assert shorten(DCTERMS.base) == DCTERMS.base
