"""The columns of the tables of thresholds: their names are stable, as clients rely on them.

`GRID` is tidy: one row an organisation and risk. `LINES` has one row a threshold, and one for each
organisation that has none. Every row says which days it is about. A date is three columns: as
stated, earliest, latest.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeVar

from pledgegraph.catalogue import ComparedThreshold, Standing, ThresholdSide
from pledgegraph.model import Quantity, Threshold
from pledgegraph.web.spreadsheet import Columns, date_columns

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Line:
    """A threshold of a side; None where the side has none."""

    side: ThresholdSide
    compared: ComparedThreshold | None


def list_lines(sides: Iterable[ThresholdSide]) -> tuple[Line, ...]:
    """Return the thresholds for the risk of each side, and a line for each side without one."""
    return tuple(Line(side, found) for side in sides for found in side.thresholds or (None,))


def _count_left_out(standing: Standing) -> Callable[[ThresholdSide], int]:
    return lambda s: sum(left.count for left in s.left_out if left.standing is standing)


def _read(read: Callable[[Threshold], V]) -> Callable[[Line], V | None]:
    return lambda line: None if line.compared is None else read(line.compared.threshold)


def _compared(read: Callable[[ComparedThreshold], V]) -> Callable[[Line], V | None]:
    return lambda line: None if line.compared is None else read(line.compared)


def _quantities(threshold: Threshold) -> list[Quantity]:
    return [basis.quantity for basis in threshold.bases if basis.quantity]


GRID: Final[Columns[ThresholdSide]] = (
    ("organisation", lambda s: s.organisation.slug),
    ("organisation_label", lambda s: s.organisation.label),
    ("risk", lambda s: s.risk.notation if s.risk else None),
    ("coverage", lambda s: s.coverage.value),
    ("thresholds", lambda s: len(s.thresholds)),
    ("with_number", lambda s: s.with_number),
    ("without_measurable_test_on_record", lambda s: s.without_number),
    ("spanning", lambda s: len(s.spanning)),
    ("texts", lambda s: [text.version.iri for text in s.texts]),
    ("texts_not_read_here", lambda s: [t.version.iri for t in s.texts if not t.is_read]),
    ("left_out_undated", _count_left_out(Standing.UNDATED)),
    ("left_out_not_known", _count_left_out(Standing.NOT_KNOWN)),
    ("left_out_later", _count_left_out(Standing.LATER)),
    ("left_out_not_yet_in_force", _count_left_out(Standing.NOT_YET_IN_FORCE)),
    ("left_out_replaced", _count_left_out(Standing.REPLACED)),
    ("searched_on", lambda s: [search.searched_on.isoformat() for search in s.searches]),
    ("search_found", lambda s: [search.publication.notation for search in s.searches]),
    ("searches_left_out", lambda s: s.searches_left_out),
    ("as_of", lambda s: s.times.as_of),
    ("known_by", lambda s: s.times.known_by),
    ("organisation_iri", lambda s: s.organisation.iri),
)
"""One row an organisation and risk."""

LINES: Final[Columns[Line]] = (
    ("organisation", lambda n: n.side.organisation.slug),
    ("organisation_label", lambda n: n.side.organisation.label),
    ("risk", lambda n: n.side.risk.notation if n.side.risk else None),
    ("coverage", lambda n: n.side.coverage.value),
    ("version", _compared(lambda c: c.version.slug)),
    *date_columns("version_issued", _compared(lambda c: c.version.issued), Line),
    ("version_publication", _compared(lambda c: c.version.publication.notation)),
    ("threshold", _read(lambda t: t.slug)),
    ("label", _read(lambda t: t.label)),
    ("risks", _read(lambda t: [risk.notation for risk in t.risks])),
    ("description", _read(lambda t: t.description)),
    ("test", _compared(lambda c: c.test.value)),
    ("bases", _read(lambda t: [basis.kind.notation for basis in t.bases])),
    ("criteria", _read(lambda t: [b.criterion for b in t.bases if b.criterion])),
    ("metrics", _read(lambda t: [q.metric for q in _quantities(t)])),
    ("comparators", _read(lambda t: [q.comparator.notation for q in _quantities(t)])),
    ("values", _read(lambda t: [f"{q.value:f}" for q in _quantities(t)])),
    ("units", _read(lambda t: [q.unit for q in _quantities(t)])),
    (
        "crossed_where",
        _read(lambda t: ["not met" if b.is_acceptance else "met" for b in t.bases if b.quantity]),
    ),
    ("consequence", _read(lambda t: t.consequence)),
    ("assessability", _read(lambda t: t.assessability.notation)),
    ("is_first_hand", _compared(lambda c: c.is_first_hand)),
    ("locator", _read(lambda t: t.locator)),
    ("sources", _read(lambda t: t.sources)),
    ("notes", _read(lambda t: t.notes)),
    ("as_of", lambda n: n.side.times.as_of),
    ("known_by", lambda n: n.side.times.known_by),
    ("threshold_iri", _read(lambda t: t.iri)),
    ("version_iri", _compared(lambda c: c.version.iri)),
)
"""One row a threshold for the risk, or an organisation without one."""
