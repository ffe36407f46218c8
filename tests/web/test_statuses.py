"""`pledgegraph.web.statuses`."""

from pathlib import Path

import pyoxigraph as ox

from pledgegraph.web.statuses import STATUS_SIGNS

SKOS = "http://www.w3.org/2004/02/skos/core#"


def test_the_words_are_those_of_the_code_list_in_its_order(repository: Path) -> None:
    text = (repository / "ontology" / "codes" / "cell.ttl").read_text(encoding="utf-8")
    quads = list(ox.parse(text, format=ox.RdfFormat.TURTLE))
    told = {
        name: {q.subject.value: q.object.value for q in quads if q.predicate.value == predicate}
        for name, predicate in (
            ("notation", f"{SKOS}notation"),
            ("label", f"{SKOS}prefLabel"),
            ("position", "https://w3id.org/pledgegraph/ns#position"),
        )
    }
    listed = sorted(told["position"], key=lambda iri: int(told["position"][iri]))
    assert [(s.notation, s.word) for s in STATUS_SIGNS.values()] == [
        (told["notation"][iri], told["label"][iri]) for iri in listed
    ]


def test_every_status_has_a_sign_of_its_own() -> None:
    signs = [s.sign for s in STATUS_SIGNS.values()]
    assert len(signs) == 10
    assert len(set(signs)) == 10
