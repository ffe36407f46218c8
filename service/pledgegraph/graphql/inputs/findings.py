"""Which profile a record is checked in, and which findings are wanted."""

from typing import Annotated

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.catalogue.matching import check_known, holds
from pledgegraph.graphql.inputs.values import ADMITS, as_tuple
from pledgegraph.graphql.version_report import VersionReport
from pledgegraph.severity import Severity
from pledgegraph.validation.findings import Finding
from pledgegraph.validation.profiles import Profile

ProfileArgument = Annotated[
    Profile, strawberry.argument(description="How much is asked of the record.")
]


@strawberry.input(description=f"Which findings are wanted: {ADMITS}")
class FindingFilter:
    """Which findings are wanted."""

    severity: list[Severity] | None = strawberry.field(
        default=None, description="Their severities."
    )
    rule: list[str] | None = strawberry.field(
        default=None, description="Identifiers of rules, such as P-I.a."
    )
    requirement: list[str] | None = strawberry.field(
        default=None,
        description="Identifiers of the statements that ask for what is missing, such as II.g.",
    )


FindingFilterArgument = Annotated[
    FindingFilter | None, strawberry.argument(description="Which findings; all without it.")
]


def list_findings(
    catalogue: Catalogue, root: VersionReport, filter: FindingFilterArgument = None
) -> tuple[Finding, ...]:
    """Return the findings of a report that `filter` admits.

    Raises:
        InvalidArgument: a name in it is unknown; with the known ones.
        LimitExceeded: it has more than 100 values of a kind.
    """
    if filter is None:
        return root.report.findings
    severities, rules = as_tuple(filter.severity), as_tuple(filter.rule)
    requirements = as_tuple(filter.requirement)
    check_known("rule", rules, (rule.identifier for rule in catalogue.rules))
    identifiers = {statement.iri: statement.identifier for statement in catalogue.statements}
    check_known("requirement", requirements, identifiers.values())
    return tuple(
        finding
        for finding in root.report.findings
        if holds(severities, (finding.severity,))
        and holds(rules, (finding.rule,))
        and holds(requirements, map(identifiers.get, finding.requirements))
    )
