"""Dates as sources state them: three facts of one subject, from the graph.

Promises that a date is read with the days it can mean, or not at all.
"""

from dataclasses import dataclass
from typing import Final

from pledgegraph.model import StatedDate
from pledgegraph.reader.node import Node
from pledgegraph.terms import DCTERMS, PLEDGE, SCHEMA


@dataclass(frozen=True, slots=True)
class Dating:
    """The three predicates of one date: as stated, the first day and the last it can mean."""

    stated: str
    earliest: str
    latest: str


ISSUED: Final = Dating(DCTERMS.issued, PLEDGE.issuedEarliest, PLEDGE.issuedLatest)
EFFECTIVE: Final = Dating(PLEDGE.effectiveFrom, PLEDGE.effectiveEarliest, PLEDGE.effectiveLatest)
START: Final = Dating(SCHEMA.startDate, PLEDGE.startEarliest, PLEDGE.startLatest)


def stated_date_of(node: Node, dating: Dating = ISSUED) -> StatedDate:
    """Return the one date of `node` under the predicates of `dating`."""
    return StatedDate(
        stated=node.text_of(dating.stated),
        earliest=node.date_of(dating.earliest),
        latest=node.date_of(dating.latest),
    )


def find_stated_date(node: Node, dating: Dating = ISSUED) -> StatedDate | None:
    """Return the one date of `node` under the predicates of `dating`, or None without any."""
    predicates = (dating.stated, dating.earliest, dating.latest)
    if not any(predicate in node.values for predicate in predicates):
        return None
    return stated_date_of(node, dating)
