"""`pledgegraph.catalogue.rules`, over the shipped shapes and over small ones."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue, RuleFilter
from pledgegraph.errors import InvalidArgument, NotFound
from pledgegraph.model import Rule, RuleExample
from pledgegraph.reader import Records, read_records
from pledgegraph.reader.rules import read_profiles
from pledgegraph.severity import Severity
from tests.reader.shapes import SHAPE, create_store, read_small_rules


class Texts:
    """Texts that count how often they are read."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def load_examples(self, rule: Rule) -> tuple[RuleExample, ...]:
        self.asked.append(rule.identifier)
        return (RuleExample(rule.iri, "x.ttl", "An example.", "<x:a> a <x:B> .\n", True, True),)

    def load_source(self, rules: Iterable[Rule]) -> str:
        return " ".join(rule.identifier for rule in rules)


@pytest.fixture(scope="module")
def records(service: Service) -> Records:
    """Return what is shipped with the small rules in place of the shipped ones."""
    return replace(
        read_records(service.store, service.files),
        rules=tuple(read_small_rules().values()),
        profiles=read_profiles(create_store()),
    )


@pytest.fixture
def small(records: Records) -> Catalogue:
    """Return the catalogue over the small rules."""
    return Catalogue(records, revision="r")


def names(rules: Iterable[Rule]) -> list[str]:
    return [rule.identifier for rule in rules]


def test_a_rule_is_found_by_what_a_finding_names(small: Catalogue) -> None:
    rule = small.get_rule("P-II.a")
    assert rule.iri == f"{SHAPE}P-II.a"
    assert small.find_node(rule.iri) is rule


def test_an_unknown_rule_is_told_with_the_nearest_three(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound) as caught:
        catalogue.get_rule("P-I.z")
    assert caught.value.nearest == ("P-I.a", "P-I.b", "P-I.c")
    with pytest.raises(NotFound) as caught:
        catalogue.get_rule("xyzzy")
    assert caught.value.nearest == ()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (
            RuleFilter(),
            ["P-II.a", "LateShape", "EvidenceShape", "Evidence-label", "Evidence-place"],
        ),
        (RuleFilter(is_part=False), ["P-II.a", "LateShape", "EvidenceShape"]),
        (RuleFilter(is_part=True), ["Evidence-label", "Evidence-place"]),
        (RuleFilter(severities=(Severity.WARNING,)), ["LateShape", "Evidence-label"]),
        (RuleFilter(subjects=("paragraph-ii",)), ["P-II.a", "LateShape"]),
        (RuleFilter(requirements=("II.b",)), ["LateShape"]),
        (RuleFilter(provisions=("II",)), ["P-II.a", "LateShape"]),
        (RuleFilter(provisions=("I",)), []),
        (RuleFilter(text="SET OUT"), ["P-II.a"]),
        (RuleFilter(text="evidence-pl"), ["Evidence-place"]),
        (RuleFilter(severities=(Severity.WARNING,), requirements=("II.a",)), ["LateShape"]),
        (RuleFilter(subjects=()), []),
    ],
)
def test_a_filter_keeps_what_it_admits(
    small: Catalogue, wanted: RuleFilter, found: list[str]
) -> None:
    assert names(small.list_rules(wanted)) == found


def test_a_profile_has_the_rules_of_all_that_it_runs(small: Catalogue) -> None:
    record = ["EvidenceShape", "Evidence-label", "Evidence-place"]
    assert names(small.list_rules(RuleFilter(profiles=("record",)))) == record
    full = small.list_rules(RuleFilter(profiles=("full",)))
    assert names(full) == ["P-II.a", "LateShape", *record]
    assert [p.token for p in small.list_profiles_of_rule(full[0])] == ["full"]


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (
            RuleFilter(profiles=("all",)),
            "profile: “all” is no profile; expected one of record, full.",
        ),
        (
            RuleFilter(subjects=("rules",)),
            "subject: “rules” is no subject; expected one of paragraph-ii, evidence.",
        ),
        (RuleFilter(requirements=("II.z",)), "requirement: “II.z” is no requirement; expected one"),
        (RuleFilter(provisions=("IX",)), "provision: “IX” is no provision; expected one of"),
    ],
)
def test_an_unknown_name_in_a_filter_is_refused(
    small: Catalogue, wanted: RuleFilter, message: str
) -> None:
    with pytest.raises(InvalidArgument) as caught:
        small.list_rules(wanted)
    assert str(caught.value).startswith(message)


def test_a_statement_has_its_rules_without_their_parts(small: Catalogue) -> None:
    first = small.get_statement("seoul-2024", "II.a")
    assert names(small.list_rules_of(first)) == ["P-II.a", "LateShape"]
    late = small.get_rule("LateShape")
    assert [s.identifier for s in small.list_requirements_of_rule(late)] == ["II.a", "II.b"]
    assert small.list_rules_of(small.get_statement("seoul-2024", "II.c")) == ()


def test_parts_lead_up_and_down(small: Catalogue) -> None:
    whole = small.get_rule("EvidenceShape")
    parts = small.list_parts_of_rule(whole)
    assert names(parts) == ["Evidence-label", "Evidence-place"]
    assert small.list_parents_of_rule(parts[0]) == (whole,)


def test_what_is_no_rule_leads_to_the_rule_that_is_made_with_it(small: Catalogue) -> None:
    rule = small.find_rule_using(f"{SHAPE}P-II.a-claimed")
    assert rule is not None
    assert rule.identifier == "P-II.a"
    assert small.find_rule_using(f"{SHAPE}P-II.a") is None


def test_examples_are_read_when_they_are_asked_for_and_kept(records: Records) -> None:
    texts = Texts()
    catalogue = Catalogue(records, revision="r", rule_texts=texts)
    assert texts.asked == []
    rule = catalogue.get_rule("P-II.a")
    first = catalogue.list_examples_of_rule(rule)
    assert catalogue.list_examples_of_rule(rule) is first
    assert texts.asked == ["P-II.a"]


def test_the_source_of_a_rule_is_followed_by_that_of_its_parts(records: Records) -> None:
    catalogue = Catalogue(records, revision="r", rule_texts=Texts())
    rules = [catalogue.get_rule("EvidenceShape"), catalogue.get_rule("Evidence-label")]
    assert catalogue.get_source_of_rules(rules) == "EvidenceShape Evidence-label Evidence-place"


def test_without_texts_there_is_neither_example_nor_source(small: Catalogue) -> None:
    rule = small.get_rule("P-II.a")
    assert small.list_examples_of_rule(rule) == ()
    assert small.get_source_of_rules([rule]) == ""
