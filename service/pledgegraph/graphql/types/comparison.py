"""What is on record about each organisation and each promise, side by side."""

from datetime import date
from typing import Any

import strawberry

from pledgegraph import catalogue
from pledgegraph.catalogue import Catalogue, Cell
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking
from pledgegraph.graphql.sorting import ASSESSMENTS, BEARINGS, CELLS, CLAIMS, ROWS
from pledgegraph.graphql.types.assessments import Assessment
from pledgegraph.graphql.types.claims import Claim
from pledgegraph.graphql.types.deadlines import Search
from pledgegraph.graphql.types.evidence import Bearing, Promise
from pledgegraph.graphql.types.left_out import LeftOut
from pledgegraph.graphql.types.organisations import Organisation
from pledgegraph.graphql.types.times import as_of_field, known_by_field
from pledgegraph.graphql.types.values import StatedDate
from pledgegraph.status import CellStatus


def _resolve_identifier(root: Any) -> str:
    return str(root.promise.identifier)


def _resolve_voices(root: Cell, info: Info) -> int:
    found = info.context.catalogue
    return found.count_voices(found.list_evidence_in(root))


@record_type(
    catalogue.DirectionCounts,
    description="How many pieces of evidence point each way. One that points the same way for two "
    "requirements of a provision counts once.",
)
class DirectionCounts:
    """How many pieces of evidence point each way."""

    supports: int = strawberry.field(description="How many support it.")
    partly_supports: int = strawberry.field(description="How many support it in part.")
    contradicts: int = strawberry.field(description="How many speak against it.")
    in_favour: int = strawberry.field(
        description="How many support it, wholly or in part, each once: what supports one "
        "requirement wholly and another in part is counted under both, and here once."
    )


@record_type(catalogue.StatusCount, description="How many have one status.")
class StatusCount:
    """How many have one status."""

    status: CellStatus = strawberry.field(description="The status.")
    count: int = strawberry.field(description="How many have it.")


@record_type(
    catalogue.Cell,
    description="What is on record here about one organisation and one promise. It is computed "
    "from what counts at the times of the question, and never stored.",
)
class ComparisonCell:
    """What is on record here about one organisation and one promise."""

    organisation: Organisation = strawberry.field(description="The organisation.")
    promise: Promise = strawberry.field(description="The provision or requirement.")
    identifier: str = strawberry.field(
        resolver=_resolve_identifier, description="The identifier of the promise, such as IV.d."
    )
    status: CellStatus = strawberry.field(
        description="What is on record. For a provision: what its requirements, and what bears on "
        "it as a whole, have in common; what was not reviewed has no say."
    )
    own: CellStatus = strawberry.field(
        description="The status of what is on record on the promise itself, without its "
        "requirements."
    )
    requirements: list[StatusCount] = strawberry.field(
        description="How many of the provision's requirements have each status: all that a file is "
        "checked for, and of the others those on which something is on record. Empty for a "
        "requirement."
    )
    counts: DirectionCounts = strawberry.field(
        description="How many pieces of evidence point each way."
    )
    voices: int = strawberry.field(
        resolver=_resolve_voices,
        description="How many independent voices speak in that evidence.",
    )
    newest: StatedDate | None = strawberry.field(
        description="When the newest source of that evidence was published; null where none is "
        "dated."
    )
    bearings: Connection[Bearing] = connection_field(
        lambda _, root: root.bearings,
        sorting=BEARINGS,
        description="Which way the evidence points: of a provision also what bears on its "
        "requirements.",
    )
    claims: Connection[Claim] = connection_field(
        lambda _, root: root.claims,
        sorting=CLAIMS,
        description="What records of versions in force say that these do.",
    )
    assessments: Connection[Assessment] = connection_field(
        lambda found, root: found.list_assessments_at(root),
        sorting=ASSESSMENTS,
        description="What others judged that comes near to it, each on its own scale. It has no "
        "say in the status.",
    )
    searches: list[Search] = strawberry.field(description="Dated looks for just this, by day.")
    left_out: list[LeftOut] = strawberry.field(
        description="How many pieces of evidence do not count at these times, and why."
    )


@record_type(catalogue.Row, description="One organisation in a comparison.")
class ComparisonRow:
    """One organisation in a comparison."""

    organisation: Organisation = strawberry.field(description="The organisation.")
    cells: list[ComparisonCell] = strawberry.field(
        resolver=asking(Catalogue.list_cells),
        description="What is on record on each promise, in the order of the columns.",
    )


@record_type(
    catalogue.ColumnTotal, description="One column of a comparison, summed up over its rows."
)
class ColumnTotal:
    """One column of a comparison, summed up over its rows."""

    promise: Promise = strawberry.field(description="The provision or requirement.")
    identifier: str = strawberry.field(
        resolver=_resolve_identifier, description="Its identifier, such as IV."
    )
    statuses: list[StatusCount] = strawberry.field(
        description="How many organisations have each status; each has one."
    )
    counts: DirectionCounts = strawberry.field(
        description="About how many organisations at least one piece of evidence points each way; "
        "one organisation may be counted in all three."
    )


@record_type(
    catalogue.Comparison,
    description="Organisations and promises side by side: what is on record here, with counts, and "
    "never a score or a rank.",
)
class Comparison:
    """Organisations and promises side by side."""

    as_of: date = as_of_field()
    known_by: date = known_by_field()
    columns: list[Promise] = strawberry.field(description="The promises, in their order.")
    totals: list[ColumnTotal] = strawberry.field(
        resolver=asking(Catalogue.list_totals),
        description="Each column summed up over all rows, in the order of the columns.",
    )
    rows: Connection[ComparisonRow] = connection_field(
        lambda found, root: found.list_rows_of(root),
        sorting=ROWS,
        description="The organisations, in their order.",
    )


@record_type(
    catalogue.Coverage, description="What is on record about all organisations on one promise."
)
class Coverage:
    """What is on record about all organisations on one promise."""

    as_of: date = as_of_field()
    known_by: date = known_by_field()
    promise: Promise = strawberry.field(description="The provision or requirement.")
    statuses: list[StatusCount] = strawberry.field(
        description="How many organisations have each status, in the order of the statuses; each "
        "organisation has one."
    )
    cells: Connection[ComparisonCell] = connection_field(
        lambda _, root: root.cells,
        sorting=CELLS,
        description="What is on record about each organisation, by status and then by name.",
    )
