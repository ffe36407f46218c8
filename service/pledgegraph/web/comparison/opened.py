"""What a cell opens to: the evidence in it, who drew what from it, and what was left out.

Promises that a piece of evidence is told once in a cell, however much of it it bears on, and that
what has no say in the status is told with the reason. Must not know how it is shown.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue import Catalogue, Cell, Promise, Source
from pledgegraph.model import (
    Agent,
    Assessment,
    AssessmentCampaign,
    Attribution,
    Bearing,
    Claim,
    Evidence,
    FrameworkVersion,
    Organisation,
    Provision,
    Statement,
)
from pledgegraph.status import CellStatus
from pledgegraph.web.anchors import address_of
from pledgegraph.web.comparison.cells import CellView
from pledgegraph.web.organisations.frameworks import name_version
from pledgegraph.web.standings import describe_left_out

NOTHING: Final = (CellStatus.NOT_REVIEWED, CellStatus.NONE_FOUND)
"""Statuses of cells that nothing is on record for."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A bearing with the promise it is on."""

    bearing: Bearing
    promise: Provision | Statement

    @property
    def kind(self) -> str:
        """What kind of promise it is on."""
        return "provisions" if isinstance(self.promise, Provision) else "requirements"


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of evidence with its source and which way it points for which promises.

    `address` is where it stands on the page of its organisation.
    """

    evidence: Evidence
    source: Source
    publisher: Agent | Organisation
    pointers: tuple[Pointer, ...]
    address: str

    @property
    def version_name(self) -> str | None:
        """What the version is called that it stands in; None for another document."""
        return name_version(self.source) if isinstance(self.source, FrameworkVersion) else None


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """What a record says that a version does, with what it cites."""

    claim: Claim
    requirement: Statement
    version: FrameworkVersion
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody else judged, and in which study, None where it is part of none."""

    assessment: Assessment
    campaign: AssessmentCampaign | None
    address: str


@dataclass(frozen=True, slots=True)
class Opened:
    """One cell with everything that is behind it."""

    view: CellView
    items: tuple[Item, ...]
    claims: tuple[ClaimEntry, ...]
    verdicts: tuple[Verdict, ...]
    voices: int

    @property
    def cell(self) -> Cell:
        """The cell."""
        return self.view.cell

    @property
    def anchor(self) -> str:
        """Where it stands on the page that shows it."""
        return name_anchor(self.cell.organisation, self.cell.promise)

    @property
    def left_out(self) -> str:
        """How many pieces of evidence do not count, and why, in words; empty where all count."""
        return describe_left_out(self.cell.left_out, self.cell.times)


def name_anchor(organisation: Organisation, promise: Promise) -> str:
    """Return the anchor of what is told of `organisation` and `promise`."""
    return f"{promise.identifier}/{organisation.slug}"


def open_cell(catalogue: Catalogue, view: CellView) -> Opened:
    """Return what is behind the cell of `view`."""
    cell = view.cell
    pieces = catalogue.list_evidence_in(cell)
    return Opened(
        view=view,
        items=tuple(_create_item(catalogue, cell, evidence) for evidence in pieces),
        claims=tuple(_open_claim(catalogue, claim) for claim in cell.claims),
        verdicts=tuple(_open_verdict(catalogue, a) for a in catalogue.list_assessments_at(cell)),
        voices=catalogue.count_voices(pieces),
    )


def group_by_status(opened: Iterable[Opened]) -> Mapping[CellStatus, tuple[Opened, ...]]:
    """Return cells by status: those without anything on record first, then as the code list has it.

    Of the others, those about which nobody says anything for or against come before what is said.
    """
    found = tuple(opened)
    said = (
        CellStatus.CONTESTED,
        CellStatus.CONTRADICTED,
        CellStatus.PARTLY,
        CellStatus.SUPPORTED,
        CellStatus.MIXED,
    )
    order = (*NOTHING, *(s for s in CellStatus if s not in {*NOTHING, *said}), *said)
    groups = {status: tuple(o for o in found if o.cell.status is status) for status in order}
    return {status: cells for status, cells in groups.items() if cells}


def find_attributions(opened: Iterable[Opened]) -> Mapping[str, Attribution]:
    """Return how most of the bearings in cells came about, by the kind of promise they are on."""
    pointers = [p for o in opened for item in o.items for p in item.pointers]
    found = {}
    for kind in ("provisions", "requirements"):
        counts = Counter(p.bearing.attribution for p in pointers if p.kind == kind)
        if counts:
            found[kind] = counts.most_common(1)[0][0]
    return found


def _create_item(catalogue: Catalogue, cell: Cell, evidence: Evidence) -> Item:
    source = catalogue.get_source_of(evidence)
    found = [bearing for bearing in cell.bearings if bearing.evidence == evidence.iri]
    return Item(
        evidence=evidence,
        source=source,
        publisher=catalogue.get_publisher_of(source),
        pointers=tuple(Pointer(b, _get_promise(catalogue, b.bears_on)) for b in found),
        address=address_of(evidence.iri, cell.organisation.slug),
    )


def _get_promise(catalogue: Catalogue, iri: str) -> Provision | Statement:
    promise = catalogue.find_node(iri)
    assert isinstance(promise, Provision | Statement)  # the reader linked it
    return promise


def _open_claim(catalogue: Catalogue, claim: Claim) -> ClaimEntry:
    requirement, version = (catalogue.find_node(iri) for iri in (claim.requirement, claim.version))
    cited = (catalogue.find_node(iri) for iri in claim.evidence)
    assert isinstance(requirement, Statement)  # the reader linked them
    assert isinstance(version, FrameworkVersion)
    evidence = tuple(e for e in cited if isinstance(e, Evidence))
    return ClaimEntry(claim, requirement, version, evidence)


def _open_verdict(catalogue: Catalogue, assessment: Assessment) -> Verdict:
    found = catalogue.find_node(assessment.campaign) if assessment.campaign else None
    organisation = catalogue.find_node(assessment.organisation)
    assert isinstance(organisation, Organisation)  # the reader linked it
    return Verdict(
        assessment,
        found if isinstance(found, AssessmentCampaign) else None,
        address_of(assessment.iri, organisation.slug),
    )
