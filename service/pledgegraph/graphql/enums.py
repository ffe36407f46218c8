"""The enumerations of answers: the model's own, with a sentence for each value."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

import strawberry

from pledgegraph.catalogue import (
    Difference,
    DisagreementKind,
    InForce,
    MeasurableTest,
    RiskCoverage,
    SearchKind,
    Standing,
    TimelineKind,
    Unsaid,
)
from pledgegraph.model import ProvisionKind, StatementKind
from pledgegraph.severity import Severity
from pledgegraph.status import CellStatus
from pledgegraph.validation.findings import Verdict
from pledgegraph.validation.profiles import Profile

STATEMENT_KINDS: Final[Mapping[StatementKind, str]] = {
    StatementKind.REQUIREMENT: "A requirement: a thing that the signatories promise.",
    StatementKind.OUTCOME: "A goal that paragraphs serve; it is never checked.",
    StatementKind.PERMISSION: "A permission: something that the commitments allow.",
    StatementKind.EXCEPTION_CLAUSE: "An exception: a ground on which a requirement need not be "
    "kept in full.",
    StatementKind.DEFINITION: "A definition: what a word of the commitments means.",
    StatementKind.SCOPE_RULE: "A rule of scope: what the commitments are about, and what not.",
}
"""What each kind is, in the words that the schema and the pages share."""


def describe_enum(enum: type[Enum], description: str, values: Mapping[Any, str]) -> None:
    """Let the schema have `enum`, with a sentence for it and one for each of its values."""
    strawberry.enum(enum, description=description)
    for value in enum.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value.description = values[enum[value.name]]


describe_enum(
    Severity,
    "How much a framework's file lacks when a statement is not answered. It speaks of a file, "
    "never of an organisation: the commitments are voluntary.",
    {
        Severity.VIOLATION: "A plain promise: a file has to answer it, if only by saying why not.",
        Severity.WARNING: "Recommended: a file without it gets a warning.",
        Severity.INFO: "Left to judgement, or shown elsewhere: a file without it gets a note.",
    },
)
describe_enum(
    StatementKind,
    "What a normative statement is.",
    STATEMENT_KINDS,
)
describe_enum(
    ProvisionKind,
    "Which part of the commitments a provision is.",
    {
        ProvisionKind.OPENING: "A part of the opening: the promise to publish, the promise to "
        "account for changes, the start of the best practices.",
        ProvisionKind.OUTCOME: "One of the three outcomes.",
        ProvisionKind.PARAGRAPH: "One of the paragraphs I to VIII.",
        ProvisionKind.BEST_PRACTICE: "One of the eight best practices.",
        ProvisionKind.FOOTNOTE: "One of the three footnotes.",
    },
)
describe_enum(
    InForce,
    "Whether a version was in force on a day.",
    {
        InForce.IN_FORCE: "It surely was.",
        InForce.UNDETERMINED: "By the dates as stated it may have been.",
    },
)
describe_enum(
    Standing,
    "Whether something on record counts at the times of a question, or why it does not.",
    {
        Standing.COUNTS: "It counts.",
        Standing.UNDATED: "It has no date, and the question is about a day before the data was "
        "gathered.",
        Standing.NOT_KNOWN: "By its date it need not have been public by then.",
        Standing.LATER: "By its date it need not have been out on that day.",
        Standing.NOT_YET_IN_FORCE: "The text of a framework that was out by that day, and takes "
        "effect later.",
        Standing.REPLACED: "The text of a framework that another had replaced by that day.",
    },
)
describe_enum(
    MeasurableTest,
    "Whether a measurable test is on record here. The numbers on record are not all there are, so "
    "none of this says that a framework gives none.",
    {
        MeasurableTest.NUMBER: "A number is on record, with what is measured.",
        MeasurableTest.CRITERION_ONLY: "A criterion without a number: no measurable test on record "
        "here.",
        MeasurableTest.DESCRIPTION_ONLY: "Nothing beyond the threshold's description: no "
        "measurable test on record here.",
    },
)
describe_enum(
    RiskCoverage,
    "What is on record of an organisation's thresholds for a risk.",
    {
        RiskCoverage.COVERED: "A threshold for it, by name.",
        RiskCoverage.SPANNED: "None for it by name, but one that may take it in: for a wider risk, "
        "or across risk domains.",
        RiskCoverage.NONE_FOR_RISK: "Thresholds, but none for it; of a former text not all need be "
        "on record.",
        RiskCoverage.NONE_RECORDED: "A text counts, and no threshold of it is on record: it may "
        "set some.",
        RiskCoverage.NOT_READ_HERE: "A text counts of which nothing on record was read in the text "
        "itself: it may set a threshold for it.",
        RiskCoverage.NO_TEXT: "A framework is on record, but no text of it counts at these times.",
        RiskCoverage.NO_FRAMEWORK: "No framework is on record; the searches say what was looked "
        "for, and when.",
    },
)
describe_enum(
    CellStatus,
    "What is on record here about one organisation and one promise. It is computed whenever it is "
    "read; the first that applies is taken. Never a verdict: the commitments are voluntary.",
    {
        CellStatus.CONTESTED: "Something on record speaks for it and something against it.",
        CellStatus.CONTRADICTED: "Something on record speaks against it and nothing for it.",
        CellStatus.SUPPORTED: "Something on record supports it and nothing speaks against it.",
        CellStatus.PARTLY: "What speaks for it does so in part only, and nothing against it.",
        CellStatus.WITHHELD: "A claim says, with a reason, that the answer is held back.",
        CellStatus.NOT_APPLICABLE: "A claim says, with a reason, that it does not apply.",
        CellStatus.NOT_ADDRESSED: "A claim says that the whole text was read and does not answer.",
        CellStatus.NONE_FOUND: "A dated search found nothing. That is not the same as not done.",
        CellStatus.NOT_REVIEWED: "Nothing is on record here. That says nothing about what was "
        "done.",
        CellStatus.MIXED: "Of a provision: its requirements, and what is on it as a whole, differ.",
    },
)
describe_enum(
    Profile,
    "How much is asked of a record. Whatever RECORD asks for, the others ask for too.",
    {
        Profile.RECORD: "That what it says is well formed, sourced and consistent in itself. No "
        "content is asked for.",
        Profile.COMMITMENT: "That it answers each requirement of the commitments, by a "
        "description or by a reasoned claim.",
        Profile.FULL_COMMITMENTS: "The same, with a warning in place of a note for a best practice "
        "that may be shown elsewhere.",
    },
)
describe_enum(
    Verdict,
    "What a report says in one word. It speaks of a record, never of an organisation.",
    {
        Verdict.PASSED: "Something was checked, and no finding is a violation.",
        Verdict.NOT_PASSED: "There is a violation among the findings.",
        Verdict.NOTHING_CHECKED: "No shape is for anything in the record.",
    },
)
describe_enum(
    SearchKind,
    "What kind of thing can be found by its words.",
    {
        SearchKind.STATEMENT: "A statement of the commitments: by its words and ours.",
        SearchKind.ORGANISATION: "A signatory: by its names.",
        SearchKind.FRAMEWORK: "A framework: by its title.",
        SearchKind.VERSION: "An issued text of a framework: by its title and labels.",
        SearchKind.THRESHOLD: "A threshold: by its name, description, criteria and consequence.",
        SearchKind.EVIDENCE: "A piece of evidence: by what it says, in our words.",
        SearchKind.DOCUMENT: "A published text that is no framework: by its title.",
        SearchKind.CRITERION: "A criterion of an assessor: by its name.",
        SearchKind.EVENT: "An event: by its name and description.",
        SearchKind.RULE: "A rule that files are checked for, no part of one: by its name and "
        "description.",
    },
)
describe_enum(
    DisagreementKind,
    "Who does not agree.",
    {
        DisagreementKind.EVIDENCE: "Evidence for, and evidence against, one and the same promise.",
        DisagreementKind.ASSESSORS: "Assessors, of whom one says plainly yes and another no, each "
        "on a scale of its own.",
    },
)
describe_enum(
    TimelineKind,
    "What kind of thing an entry of a timeline is.",
    {
        TimelineKind.ENDORSEMENT: "The organisation agreed to the commitments.",
        TimelineKind.VERSION_ISSUED: "A text of one of its frameworks was issued.",
        TimelineKind.VERSION_EFFECTIVE: "Such a text took effect, where that is another day.",
        TimelineKind.CHANGE: "A step between two texts, on the day the later was issued.",
        TimelineKind.EVENT: "Something that happened or is due and concerns it.",
        TimelineKind.SEARCH: "Somebody looked for something and did not find it, or not in scope.",
        TimelineKind.ASSESSMENT: "Somebody published a verdict on it.",
        TimelineKind.DOCUMENT: "A document came out in which evidence about it stands.",
    },
)
describe_enum(
    Difference,
    "What differs between the records of one threshold in two versions. The words are ours.",
    {
        Difference.DESCRIPTION: "What crosses it.",
        Difference.CONSEQUENCE: "What has to follow.",
        Difference.BASES: "What it rests on.",
        Difference.NUMBERS: "The numbers on record.",
    },
)
describe_enum(
    Unsaid,
    "What a difference of two versions cannot say, and why.",
    {
        Unsaid.FORMER_THRESHOLDS: "Of former versions only notable thresholds are on record: what "
        "one side lacks here, its text may still set.",
        Unsaid.NO_THRESHOLDS_BEFORE: "No threshold of the first version is on record.",
        Unsaid.NO_THRESHOLDS_AFTER: "No threshold of the second version is on record.",
        Unsaid.NO_STEPS: "No chain of changes on record leads from the first to the second.",
        Unsaid.STEP_WITHOUT_ITEMS: "Of a step between them no single commitment is on record.",
        Unsaid.NOT_OUT_BEFORE: "The first version was not surely out on the day asked about.",
        Unsaid.NOT_OUT_AFTER: "The second version was not surely out on the day asked about.",
        Unsaid.NOT_KNOWN_BEFORE: "The first version was not surely public by the day that sources "
        "are known by: what is on record of it is left out and counted.",
        Unsaid.NOT_KNOWN_AFTER: "The second version was not surely public by the day that sources "
        "are known by: what is on record of it is left out and counted.",
    },
)
