"""What a cell of the comparison says is on record: computed whenever it is read, never stored.

Promises one answer for whatever is on record, by the rules of the code list `cell`
(`ontology/codes/cell.ttl`): never a mean, never the worst, never a verdict on an organisation.
Imports nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class CellStatus(StrEnum):
    """What is on record about one organisation and one requirement or provision.

    The values are codes of the list `cell`.
    """

    CONTESTED = "contested"
    CONTRADICTED = "contradicted"
    SUPPORTED = "supported"
    PARTLY = "partly"
    WITHHELD = "withheld"
    NOT_APPLICABLE = "not-applicable"
    NOT_ADDRESSED = "not-addressed"
    NONE_FOUND = "none-found"
    NOT_REVIEWED = "not-reviewed"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Signals:
    """How many of each kind are on record about one organisation and one promise.

    The first three count bearings, the next two claims that cite evidence, then claims of the other
    three kinds; `none_found` counts dated searches that found nothing.
    """

    supports: int = 0
    partly_supports: int = 0
    contradicts: int = 0
    addressed: int = 0
    partly_addressed: int = 0
    withheld: int = 0
    not_applicable: int = 0
    not_addressed: int = 0
    none_found: int = 0


def cell_status(signals: Signals) -> CellStatus:
    """Return what `signals` say: the first status of the list that applies.

    How many speak on a side makes no difference.

    >>> cell_status(Signals(supports=3, contradicts=1))
    <CellStatus.CONTESTED: 'contested'>
    >>> cell_status(Signals(partly_supports=1, addressed=1))
    <CellStatus.SUPPORTED: 'supported'>
    >>> cell_status(Signals())
    <CellStatus.NOT_REVIEWED: 'not-reviewed'>
    """
    wholly = signals.supports or signals.addressed
    speaks_for = wholly or signals.partly_supports or signals.partly_addressed
    rules = (
        (speaks_for and signals.contradicts, CellStatus.CONTESTED),
        (signals.contradicts, CellStatus.CONTRADICTED),
        (wholly, CellStatus.SUPPORTED),
        (speaks_for, CellStatus.PARTLY),
        (signals.withheld, CellStatus.WITHHELD),
        (signals.not_applicable, CellStatus.NOT_APPLICABLE),
        (signals.not_addressed, CellStatus.NOT_ADDRESSED),
        (signals.none_found, CellStatus.NONE_FOUND),
    )
    return next((status for holds, status in rules if holds), CellStatus.NOT_REVIEWED)


def provision_status(own: CellStatus, requirements: Iterable[CellStatus]) -> CellStatus:
    """Return what a provision's own signals and its requirements have in common.

    What was not reviewed has no say; where the rest differ, it is mixed.

    >>> provision_status(CellStatus.SUPPORTED, [CellStatus.NOT_REVIEWED, CellStatus.SUPPORTED])
    <CellStatus.SUPPORTED: 'supported'>
    >>> provision_status(CellStatus.SUPPORTED, [CellStatus.PARTLY])
    <CellStatus.MIXED: 'mixed'>
    >>> provision_status(CellStatus.NOT_REVIEWED, [])
    <CellStatus.NOT_REVIEWED: 'not-reviewed'>
    """
    said = {own, *requirements} - {CellStatus.NOT_REVIEWED}
    if not said:
        return CellStatus.NOT_REVIEWED
    return said.pop() if len(said) == 1 else CellStatus.MIXED
