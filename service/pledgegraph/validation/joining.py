"""What shapes found and what no shape is needed for, as one list that tells one cause once.

Imports no third party.
"""

from collections.abc import Iterable
from typing import Final

from pledgegraph.validation.findings import Finding, sort_findings

_DATATYPE: Final = "Datatype"


def join_findings(told: Iterable[Finding], untold: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what shapes told and what no shape is needed for, one cause told once.

    A shape that asks for the datatype of a value says better what is wrong with it. What a query
    makes of a value that is none of its datatype, such as the month of `2025-13-01`, is left out.
    """
    shown, faults = tuple(told), tuple(untold)
    typed = {_statement(f) for f in shown if _asks_for_datatype(f)}
    ill = {_statement(f) for f in faults if f.component == _DATATYPE}
    return sort_findings(
        (
            *(f for f in shown if f.component != "SPARQL" or _statement(f) not in ill),
            *(f for f in faults if f.component != _DATATYPE or _statement(f) not in typed),
        )
    )


def _statement(finding: Finding) -> tuple[str, str | None, str | None]:
    return finding.focus, finding.path, finding.value


def _asks_for_datatype(finding: Finding) -> bool:
    # In a branch it is asked of the finding's own value where there is no path.
    return (finding.component == _DATATYPE and finding.value is not None) or any(
        inner.component == _DATATYPE and inner.path is None
        for branch in finding.because
        for inner in branch.findings
    )
