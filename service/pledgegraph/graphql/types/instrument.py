"""The commitments: their text and its parts."""

from datetime import date
from typing import Any

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import Catalogue, EvidenceFilter, ProvisionFilter
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.inputs.evidence import EvidenceFilterArgument, evidence_filter
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking, following
from pledgegraph.graphql.sorting import CROSSWALK_LINKS, EVIDENCE
from pledgegraph.graphql.types.agents import Agent
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.references import (
    CrosswalkLinkLater,
    DeadlineLater,
    EvidenceConnectionLater,
    StatementLater,
)
from pledgegraph.graphql.types.values import StatedDate
from pledgegraph.model import ProvisionKind
from pledgegraph.severity import Severity


def _list_evidence_on(
    catalogue: Catalogue, root: model.Provision, filter: EvidenceFilterArgument = None
) -> Any:
    found = catalogue.list_evidence_on(root)
    if filter is None:
        return found
    given = evidence_filter(filter)
    # The bearing that points this way has to be the one on this provision.
    own = EvidenceFilter(provisions=(root.identifier,), directions=given.directions)
    return catalogue.list_evidence(given, among=catalogue.list_evidence(own, among=found))


@record_type(model.Place, description="A stretch of the edition's text.")
class Place:
    """A stretch of the edition's text."""

    exact: str = strawberry.field(description="The words that stand there.")
    start: int = strawberry.field(description="Where it starts: Unicode code points, from 0.")
    end: int = strawberry.field(description="Where it ends; this code point is not part of it.")


@record_type(
    model.Reading, description="One answer to an open question about the words, by somebody."
)
class Reading(Node):
    """One answer to an open question about the words, by somebody."""

    identifier: str = strawberry.field(description="The open question's number, such as N4.")
    question: str = strawberry.field(description="The open question.")
    interpretation: str = strawberry.field(description="The answer, with its reason.")
    is_default: bool = strawberry.field(description="Whether this data follows it.")
    implied_severity: Severity | None = strawberry.field(
        description="The severity that follows from it, where one does."
    )
    attributed_to: Agent = strawberry.field(description="Whose reading it is.")
    created: date = strawberry.field(description="When it was written down.")


@record_type(model.TextFile, description="The bytes that quotations were checked against.")
class TextFile(Node):
    """The bytes that quotations were checked against."""

    sha256: str = strawberry.field(description="The SHA-256 of the bytes, in hex.")


@record_type(model.Edition, description="An instrument as it stood on a day.")
class Edition(Node):
    """An instrument as it stood on a day."""

    label: str = strawberry.field(description="Its name.")
    issued: StatedDate = strawberry.field(description="When it was issued.")
    url: str = strawberry.field(description="Where it was published.")
    licence: str = strawberry.field(description="The address of its licence.")
    attribution: str = strawberry.field(description="The line to give when quoting it.")
    file: TextFile = strawberry.field(description="The file that quotations stand in.")


@record_type(model.Instrument, description="A set of commitments.")
class Instrument(Node):
    """A set of commitments."""

    identifier: str = strawberry.field(description="Its short name, such as seoul-2024.")
    title: str = strawberry.field(description="Its title.")
    description: str = strawberry.field(description="What it is.")
    edition: Edition = strawberry.field(description="The edition that is quoted here.")

    columns: list["Provision"] = strawberry.field(
        resolver=asking(lambda c, root: c.list_columns(root.identifier)),
        description="The provisions that every comparison has as its columns.",
    )
    provisions: list["Provision"] = strawberry.field(
        resolver=asking(
            lambda c, root: c.list_provisions(ProvisionFilter(instrument=root.identifier))
        ),
        description="Its provisions in reading order.",
    )


@record_type(model.Provision, description="An addressable part of an instrument.")
class Provision(Node):
    """An addressable part of an instrument."""

    identifier: str = strawberry.field(description="Its short name: PRE, II, BP3, FN2.")
    kind: ProvisionKind = strawberry.field(description="Which part of the commitments it is.")
    label: str = strawberry.field(description="Its name for people.")
    position: int = strawberry.field(description="Its place in reading order, from 1.")
    column: int | None = strawberry.field(
        description="Its place among the columns of every comparison; null where it is no column."
    )
    places: list[Place] = strawberry.field(description="Where its words stand in the edition.")
    part_of: "Provision | None" = strawberry.field(
        resolver=following("part_of"), description="The provision around it."
    )
    parts: list["Provision"] = strawberry.field(
        resolver=asking(lambda c, root: c.list_parts_of(root.iri)),
        description="The provisions within it, in reading order.",
    )
    statements: list[StatementLater] = strawberry.field(
        resolver=asking(Catalogue.list_statements_in),
        description="The statements that stand in it, in reading order.",
    )
    evidence: EvidenceConnectionLater = connection_field(
        _list_evidence_on,
        sorting=EVIDENCE,
        description="The evidence that bears on it or on a statement in it.",
    )
    crosswalk_links: Connection[CrosswalkLinkLater] = connection_field(
        lambda catalogue, root: catalogue.list_crosswalk_links_of(root),
        sorting=CROSSWALK_LINKS,
        description="How it relates to other sets of promises and duties.",
    )
    deadlines: list[DeadlineLater] = strawberry.field(
        resolver=asking(Catalogue.list_deadlines_for),
        description="The days by which its requirements fall due, where an event sets one.",
    )
