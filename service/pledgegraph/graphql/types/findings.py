"""What checks found: the report on the record of a version, its findings, and why."""

from operator import attrgetter
from typing import Any

import strawberry

from pledgegraph import model
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.findings import ProfileArgument, list_findings
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import Resolver, following_all
from pledgegraph.graphql.sorting import FINDINGS
from pledgegraph.graphql.types.references import RuleLater, StatementLater
from pledgegraph.graphql.version_report import EngineUsed, VersionReport
from pledgegraph.severity import Severity
from pledgegraph.terms import SHAPE
from pledgegraph.validation import findings
from pledgegraph.validation.findings import Verdict
from pledgegraph.validation.profiles import Profile


def _told(path: str) -> Resolver:
    read = attrgetter(path)

    def resolve(root: Any) -> Any:
        return read(root)

    return resolve


def _counted(severity: Severity) -> Resolver:
    def resolve(root: Any) -> Any:
        return root.counts[severity]

    return resolve


def _resolve_iri(root: Any) -> str | None:
    return root.focus or None


def _resolve_rule(root: Any, info: Info) -> Any:
    found = info.context.catalogue.find_node(root.shape)
    return found if isinstance(found, model.Rule) else None


def _resolve_branch_rule_id(root: Any) -> str | None:
    name: str = root.shape.removeprefix(SHAPE.base)
    return name if name != root.shape else None


@record_type(
    findings.Branch,
    description="One of the ways in which a rule can be kept, or one of the values that it was "
    "held against, and what was found of it.",
)
class FindingBranch:
    """One of the ways in which a rule can be kept, and what was found of it."""

    rule_id: str | None = strawberry.field(
        resolver=_resolve_branch_rule_id,
        description="What its shape is called, permanently; null for what is no shape of ours.",
    )
    name: str = strawberry.field(description="Its name for people.")
    value: str | None = strawberry.field(
        description="What was held against it, by name; null: the finding's own value or subject."
    )
    is_begun: bool = strawberry.field(description="Whether anything of what it asks for is there.")
    findings: list["Finding"] = strawberry.field(
        description="What was found of it; nothing where it was kept."
    )


@record_type(
    findings.Finding,
    description="One thing that a check found in a record. It speaks of the record, never of an "
    "organisation.",
)
class Finding:
    """One thing that a check found in a record."""

    severity: Severity = strawberry.field(description="How much the record lacks by it.")
    subject: str = strawberry.field(description="What it was found at, by name.")
    iri: str | None = strawberry.field(
        resolver=_resolve_iri, description="The IRI of that; null where it has none."
    )
    path: str | None = strawberry.field(
        description="The property path looked at, as SPARQL writes it; null: the subject itself."
    )
    value: str | None = strawberry.field(
        description="The value that is not as it should be, by name; null where there is none."
    )
    expected: str | None = strawberry.field(
        description="What was expected, in words; null where the message says it all."
    )
    found: str | None = strawberry.field(
        description="What was found, in words; null where the message says it all."
    )
    message: str = strawberry.field(description="Problem and remedy.")
    problem: str = strawberry.field(description="What is wrong: the first sentence.")
    remedy: str = strawberry.field(
        description="Which words ask for it, what to add or change, and how to say honestly that "
        "it is absent. Empty where the message is one sentence."
    )
    rule_id: str | None = strawberry.field(
        resolver=_told("rule"),
        description="What the rule is called, permanently: P-I.a; null for what is wrong by a "
        "rule that is no shape.",
    )
    rule_name: str = strawberry.field(
        resolver=_told("shape_name"), description="The name of the rule for people."
    )
    rule: RuleLater | None = strawberry.field(
        resolver=_resolve_rule,
        description="The rule; null where it is no shape, or a part that is not shown by itself.",
    )
    requirements: list[StatementLater] = strawberry.field(
        resolver=following_all("requirements"),
        description="The statements of the commitments that ask for it; none for a rule on how "
        "records are made.",
    )
    nearest: list[str] = strawberry.field(
        description="Of the values that are allowed, those most like the one found."
    )
    because: list[FindingBranch] = strawberry.field(
        description="Where the rule can be kept in several ways: why none was, the nearest first."
    )


@record_type(EngineUsed, description="The SHACL engine that ran the rules.")
class ValidationEngine:
    """The SHACL engine that ran the rules."""

    name: str = strawberry.field(description="Its name.")
    version: str = strawberry.field(description="Its version.")


@record_type(
    VersionReport,
    description="What a check found in the record that is kept here of a version: the version, its "
    "thresholds and their parts, what it is recorded to do, claims about it, the change that leads "
    "to it, passages of it, and the evidence that any of these cite.",
)
class ValidationReport:
    """What a check found in the record that is kept here of a version."""

    profile: Profile = strawberry.field(
        resolver=_told("report.profile"), description="How much was asked of the record."
    )
    verdict: Verdict = strawberry.field(
        resolver=_told("report.verdict"), description="What it says in one word, of the record."
    )
    passed: bool = strawberry.field(
        resolver=_told("report.is_passed"),
        description="Whether something was checked and no finding is a violation.",
    )
    violations: int = strawberry.field(
        resolver=_counted(Severity.VIOLATION), description="How many findings are violations."
    )
    warnings: int = strawberry.field(
        resolver=_counted(Severity.WARNING), description="How many are warnings."
    )
    infos: int = strawberry.field(
        resolver=_counted(Severity.INFO), description="How many are notes."
    )
    more: int = strawberry.field(
        resolver=_told("report.more"),
        description="How many of these are not among the findings, of which 1,000 are told at "
        "most.",
    )
    subjects: int = strawberry.field(
        resolver=_told("report.subjects"), description="How many things the record describes."
    )
    targeted: int = strawberry.field(
        resolver=_told("report.targeted"), description="For how many of these there is a rule."
    )
    findings: Connection[Finding] = connection_field(
        list_findings, sorting=FINDINGS, description="What was found."
    )
    engine: ValidationEngine = strawberry.field(
        resolver=_told("engine"), description="What ran the rules."
    )
    shapes_version: str = strawberry.field(
        resolver=_told("report.shapes_version"), description="The version of the shapes."
    )
    shapes_digest: str = strawberry.field(
        resolver=_told("report.shapes_digest"),
        description="A digest of the files in which these stand.",
    )
    claims: int = strawberry.field(
        description="How many claims about the version are on record: what a record says that its "
        "text does about a requirement."
    )
    statement: str = strawberry.field(
        description="What the findings speak of, and what they cannot say, in one sentence."
    )


def resolve_validation(root: Any, info: Info, profile: ProfileArgument = Profile.RECORD) -> Any:
    """Return the report on the record of the version `root`.

    Raises:
        PledgegraphError: there is none now, and why; see `Context.validate_version`.
    """
    report = info.context.validate_version(root.iri, profile)
    claims = info.context.catalogue.list_claims_about(root)
    return VersionReport(root.iri, report, len(claims))
