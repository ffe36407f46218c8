"""`pledgegraph.catalogue.search`, over the shipped data."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pledgegraph.catalogue import Catalogue, SearchHit, SearchKind, SearchResult, Standing

PARIS = date(2025, 2, 11)
ID = "https://w3id.org/pledgegraph/id/"


def search(
    catalogue: Catalogue, text: str, *kinds: SearchKind, day: date | None = None
) -> SearchResult:
    times = catalogue.get_times(as_of=day, known_by=day)
    return catalogue.search(text, times, kinds or None)


def test_whether_it_was_cut_is_told_before_the_days_leave_out(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not search(catalogue, "cyber", day=PARIS).is_cut
    for module in ("search", "search_index"):
        monkeypatch.setattr(f"pledgegraph.catalogue.{module}.MOST_MATCHES", 20)
    found = search(catalogue, "cyber", day=PARIS)
    assert len(found.hits) < 20 == len(found.hits) + sum(left.count for left in found.left_out)
    assert found.is_cut


def names(hits: tuple[SearchHit, ...]) -> list[str]:
    return [hit.iri.removeprefix(ID) for hit in hits]


@pytest.mark.parametrize(
    ("text", "kind", "first"),
    [
        (
            "explanation of how thresholds",
            SearchKind.STATEMENT,
            "https://w3id.org/pledgegraph/req/seoul-2024/II.g",
        ),
        ("Zhipu", SearchKind.ORGANISATION, "organisation/zhipu-ai"),
        (
            "responsible scaling",
            SearchKind.FRAMEWORK,
            "framework/anthropic/responsible-scaling-policy",
        ),
        ("v2.7", SearchKind.VERSION, "version/amazon/frontier-model-safety-framework/2025-02-09"),
        (
            "biotier",
            SearchKind.THRESHOLD,
            "threshold/meta/advanced-ai-scaling-framework/2/"
            "biotier-refusal-acceptance-criterion-illustrative",
        ),
        ("g42/e4", SearchKind.EVIDENCE, "evidence/g42/e4"),
        ("scalable align", SearchKind.CRITERION, "criterion/ai-lab-watch/scalable-alignment"),
    ],
)
def test_everything_is_found_by_its_words(
    catalogue: Catalogue, text: str, kind: SearchKind, first: str
) -> None:
    hit = search(catalogue, text).hits[0]
    assert (hit.kind, names((hit,))) == (kind, [first])


def test_something_of_each_kind_can_be_found(catalogue: Catalogue) -> None:
    for kind in SearchKind:
        found = search(catalogue, "a", kind).hits or search(catalogue, "ai", kind).hits
        assert {hit.kind for hit in found} == {kind}


def test_a_thing_is_found_by_the_name_of_whom_it_is_about(catalogue: Catalogue) -> None:
    found = search(catalogue, "g42", SearchKind.THRESHOLD).hits
    assert len(found) == 2
    assert {o.slug for hit in found for o in hit.organisations} == {"g42"}


def test_what_came_later_is_left_out_and_counted(catalogue: Catalogue) -> None:
    text = "frontier governance framework"
    now = search(catalogue, text, SearchKind.VERSION)
    then = search(catalogue, text, SearchKind.VERSION, day=PARIS)
    assert names(then.hits) == ["version/microsoft/frontier-governance-framework/1"]
    assert [(left.standing, left.count) for left in then.left_out] == [(Standing.NOT_KNOWN, 2)]
    assert len(now.hits) == 3
    assert now.left_out == ()


def test_a_framework_counts_from_its_first_text_on(catalogue: Catalogue) -> None:
    assert names(search(catalogue, "risk assessment", SearchKind.FRAMEWORK).hits) == [
        "framework/nvidia/frontier-ai-risk-assessment"
    ]
    then = search(catalogue, "risk assessment", SearchKind.FRAMEWORK, day=PARIS)
    assert then.hits == ()
    assert [(left.standing, left.count) for left in then.left_out] == [(Standing.NOT_KNOWN, 1)]


def test_former_texts_are_found_and_marked(catalogue: Catalogue) -> None:
    found = search(catalogue, "Preparedness Framework", SearchKind.VERSION).hits
    assert {hit.iri.rpartition("/")[2]: hit.is_former for hit in found} == {
        "beta": True,
        "2": False,
    }


def test_everything_found_is_a_hit_or_left_out(catalogue: Catalogue) -> None:
    now = search(catalogue, "cyber")
    for day in (PARIS, date(2023, 1, 1)):
        then = search(catalogue, "cyber", day=day)
        assert len(then.hits) + sum(left.count for left in then.left_out) == len(now.hits)
        assert set(names(then.hits)) < set(names(now.hits))


def test_the_best_comes_first_and_equals_by_iri(catalogue: Catalogue) -> None:
    keys = [(hit.score, hit.iri) for hit in search(catalogue, "cyber").hits]
    assert keys == sorted(keys)
    assert len(keys) > 50


def test_searches_in_threads_make_one_index(catalogue: Catalogue) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: names(search(catalogue, text).hits), ["bio"] * 30))
    assert found == [names(search(catalogue, "bio").hits)] * 30


@given(text=st.text(max_size=200))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_at_all_is_answered(catalogue: Catalogue, text: str) -> None:
    assert search(catalogue, text).text == text
