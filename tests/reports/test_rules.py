"""`pledgegraph.reports.rules`: rules in every form."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.model import Rule, RuleExample, Target, TargetKind
from pledgegraph.reports.rules import FORMS, RuleSheet, create_sheet, format_rules
from pledgegraph.reports.rules.html import format_html
from pledgegraph.reports.rules.sheets import (
    OF_THE_RECORD,
    count_rules,
    describe_targets,
    explain_severity,
    list_shown_examples,
)
from pledgegraph.severity import Severity
from tests.reader.shapes import SHAPE, read_small_rules

HOSTILE = "<script>alert(1)</script> *b* `c` \x1b[31m"


@pytest.fixture(scope="module")
def rules() -> dict[str, Rule]:
    """Return the small rules by identifier."""
    return read_small_rules()


@pytest.fixture
def sheet(service: Service, rules: dict[str, Rule]) -> RuleSheet:
    """Return a sheet with everything that one can have."""
    statement = service.catalogue.get_statement("seoul-2024", "II.a")
    rule = rules["P-II.a"]
    good = RuleExample(rule.iri, "good.ttl", "It is there.", "<x:a> <x:b> 1 .\n", True, True)
    bad = replace(good, file="bad.ttl", description="It is not.", is_good=False, is_whole=False)
    part = replace(bad, file="part.ttl", rule=f"{SHAPE}Evidence-place")
    return RuleSheet(
        rule=rule,
        statements=(statement,),
        profiles=(),
        parents=(rules["EvidenceShape"],),
        parts=(rules["Evidence-place"],),
        good=(good, replace(good, file="claim.ttl", is_absence=True)),
        bad=(bad,),
        bad_parts=(part,),
        reasons=explain_severity(rule, (statement,)),
        targets=describe_targets(rule.targets),
    )


def test_one_rule_is_told_whole_as_text(sheet: RuleSheet) -> None:
    text = format_rules([sheet], "text", version="0.2.0", is_list=False)
    assert text.startswith("P-II.a: Thresholds\n  They are set out.\n\nViolation\n")
    for expected in (
        "\nAsked for by\n  II.a: “Set out thresholds",
        "\nWhat a submitter reads\n  None is told.\n  II asks to “Set out thresholds”.\n",
        "\nWhat to add or change\n  Add one.\n",
        "\nHow to say honestly that it is absent\n  If there is none, claim II.a",
        "\nFor\n  each framework version (pledge:FrameworkVersion)\n",
        "\nExactly one of these\n  Described: One is described.\n",
        "\nPart of\n  EvidenceShape: Evidence\n",
        "\nParts\n  Evidence-place: Place\n",
        "\nChecked in\n  full; since version 0.2.0 of the shapes\n",
        "\nKeeps it: good.ttl\n  It is there.\n    <x:a> <x:b> 1 .\n",
        "\nKeeps it, by saying that it is absent: claim.ttl\n",
        "\nBreaks it: from bad.ttl\n  It is not.\n",
        "\nBreaks it (a part: Evidence-place): from part.ttl\n",
    ):
        assert expected in text


def test_a_list_has_a_line_each_and_a_count(sheet: RuleSheet, rules: dict[str, Rule]) -> None:
    part = replace(sheet, rule=rules["Evidence-place"], statements=())
    text = format_rules([sheet, part], "text", version=None)
    assert text == (
        "Paragraph II\n"
        "  P-II.a            Violation  Thresholds (II.a)\n"
        "\n"
        "Evidence\n"
        "    Evidence-place  Violation  Place\n"
        "\n"
        "1 rule and 1 part of rules, shapes unversioned.\n"
        "pledgegraph rules ID tells all of one.\n"
    )


def test_markdown_is_one_document(sheet: RuleSheet) -> None:
    text = format_rules([sheet], "markdown", version="0.2.0")
    assert text.startswith("# Rules\n\n1 rule and 0 parts of rules, shapes 0.2.0. A severity")
    assert "\n\n## Paragraph II\n\n### P-II.a: Thresholds\n\nThey are set out.\n\n" in text
    assert "\n\n**Keeps it: good.ttl**\n\nIt is there.\n\n```turtle\n<x:a> <x:b> 1 .\n```" in text
    alone = format_rules([sheet], "markdown", version="0.2.0", is_list=False)
    assert alone.startswith("# P-II.a: Thresholds\n")


def test_csv_has_a_row_a_rule(sheet: RuleSheet) -> None:
    [row] = csv.DictReader(io.StringIO(format_rules([sheet], "csv", version="0.2.0")))
    assert (row["id"], row["severity"], row["requirements"]) == ("P-II.a", "Violation", "II.a")
    assert row["words"].startswith("Set out thresholds")
    assert (row["since"], row["profiles"], row["part_of"]) == ("0.2.0", "full", "EvidenceShape")
    assert row["good_examples"] == "good.ttl; claim.ttl"
    assert row["bad_examples"] == "bad.ttl; part.ttl"


def test_json_says_the_same(sheet: RuleSheet) -> None:
    found = json.loads(format_rules([sheet], "json", version="0.2.0"))
    assert (found["shapes"], found["count"]) == ("0.2.0", 1)
    [rule] = found["rules"]
    assert rule["message"] == {
        "problem": "None is told.",
        "asked": "II asks to “Set out thresholds”.",
        "remedy": "Add one.",
        "absence": "If there is none, claim II.a as not-addressed.",
    }
    assert rule["partOf"] == ["EvidenceShape"]
    assert [e["file"] for e in rule["examples"]] == ["good.ttl", "claim.ttl", "bad.ttl", "part.ttl"]
    assert json.loads(format_rules([sheet], "json", version=None, is_list=False)) == rule


def test_html_stands_by_itself(sheet: RuleSheet) -> None:
    text = format_html([sheet], version="0.2.0")
    assert text.startswith("<!doctype html>")
    assert text.endswith("</html>\n")
    assert re.findall(r'(?:src|href)="(?!#)', text) == []
    assert '<h3 id="P-II.a">P-II.a: Thresholds</h3>' in text
    assert '<a href="#in-paragraph-ii">Paragraph II</a>' in text
    assert "<title>P-II.a: Thresholds ·" in format_html([sheet], version=None, is_list=False)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("is_list", [True, False])
def test_no_text_becomes_markup_or_speaks_to_the_terminal(
    sheet: RuleSheet, form: str, is_list: bool
) -> None:
    hostile = replace(sheet.rule, name=HOSTILE, description=HOSTILE)
    text = format_rules([replace(sheet, rule=hostile)], form, version=None, is_list=is_list)
    assert form != "html" or "<script" not in text
    assert form != "markdown" or "\\<script>alert(1)\\</script> \\*b\\* \\`c\\`" in text
    assert form != "text" or "\x1b" not in text


@pytest.mark.parametrize("form", FORMS)
def test_a_list_of_none_is_a_document_too(form: str) -> None:
    assert format_rules([], form, version="0.2.0")


# --- words ---------------------------------------------------------------------------------


def test_why_a_rule_is_milder_stands_beside_what_its_words_give(
    service: Service, rules: dict[str, Rule]
) -> None:
    statement = service.catalogue.get_statement("seoul-2024", "II.a")
    assert statement.severity is Severity.VIOLATION
    assert explain_severity(rules["LateShape"], (statement,)) == (
        f"By its words alone, II.a gives Violation. {statement.severity_because}",
        "Late is less than missing.",
    )
    assert explain_severity(rules["P-II.a"], (statement,)) == (statement.severity_because,)
    assert explain_severity(rules["EvidenceShape"], ()) == (OF_THE_RECORD,)


def test_what_a_rule_is_for_is_told_in_words() -> None:
    def target(kind: TargetKind, label: str) -> Target:
        return Target(kind, f"https://w3id.org/pledgegraph/ns#{label}", label, ())

    found = [
        target(TargetKind.CLASS, "Event"),
        target(TargetKind.CLASS, "Claim"),
        target(TargetKind.SUBJECTS_OF, "a"),
        target(TargetKind.SUBJECTS_OF, "b"),
        target(TargetKind.SUBJECTS_OF, "c"),
        target(TargetKind.OBJECTS_OF, "d"),
        target(TargetKind.NODE, "e"),
    ]
    assert describe_targets(found) == (
        "each Event (pledge:Event) or Claim (pledge:Claim); whatever has a, b or c; "
        "each value of d; e"
    )
    assert describe_targets([]) == ""


def test_rules_and_parts_are_counted_apart(rules: dict[str, Rule]) -> None:
    assert count_rules(rules.values()) == "3 rules and 2 parts of rules"
    assert count_rules([]) == "0 rules and 0 parts of rules"


def test_in_a_document_of_many_a_part_keeps_its_own_examples(sheet: RuleSheet) -> None:
    assert [e.file for e in list_shown_examples(sheet)] == ["good.ttl", "claim.ttl", "bad.ttl"]
    whole = replace(sheet, good=(), bad=())
    assert [e.file for e in list_shown_examples(whole)] == ["part.ttl"]


def test_a_sheet_without_examples_reads_none(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = service.catalogue.get_rule("EventShape")
    monkeypatch.setattr(service.catalogue, "list_examples_of_rule", None)
    found = create_sheet(service.catalogue, rule, has_examples=False)
    assert (found.good, found.bad, found.bad_parts) == ((), (), ())
    assert [part.identifier for part in found.parts][:2] == ["Event-description", "Event-end"]
