"""Questions about the commitments: instruments, provisions and statements.

Promises answers in reading order. Imports no third party.
"""

from dataclasses import dataclass
from datetime import date

from pledgegraph.catalogue.indexes import index_links, index_nodes
from pledgegraph.catalogue.matching import check_known, having_text, holds, index_texts
from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.catalogue.times import Times
from pledgegraph.errors import InvalidArgument, NotFound
from pledgegraph.model import (
    Bearing,
    Instrument,
    Provision,
    ProvisionKind,
    Record,
    Statement,
    StatementKind,
)
from pledgegraph.reader import Records
from pledgegraph.severity import Severity


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Which statements are wanted: every part given must hold; within a part, any value.

    Codes are notations of the code list of that name, provisions are identifiers. `rests_on` keeps
    what rests, directly or not, on a statement of these provisions. `text` is looked for in
    identifier, quotation, action and object, whatever the case.
    """

    instrument: str | None = None
    kinds: tuple[StatementKind, ...] | None = None
    provisions: tuple[str, ...] | None = None
    modalities: tuple[str, ...] | None = None
    qualifiers: tuple[str, ...] | None = None
    loci: tuple[str, ...] | None = None
    triggers: tuple[str, ...] | None = None
    severities: tuple[Severity, ...] | None = None
    rests_on: tuple[str, ...] | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ProvisionFilter:
    """Which provisions are wanted: every part given must hold."""

    instrument: str | None = None
    kinds: tuple[ProvisionKind, ...] | None = None
    is_column: bool | None = None


class InstrumentCatalogue:
    """The part of the catalogue that every other part stands on: codes and the commitments."""

    def __init__(self, records: Records) -> None:
        """Index every record by its IRI, and the commitments.

        Raises:
            DataError: two different records have one IRI.
        """
        self.instruments = records.instruments
        self.code_lists = records.code_lists
        self.statements = records.statements
        self.provisions = records.provisions
        self.dataset = records.dataset
        self._nodes = index_nodes(records)
        self._instruments = {i.identifier: i for i in records.instruments}
        self._by_identifier = {(s.instrument, s.identifier): s for s in records.statements}
        self._provision_by_identifier = {
            (p.instrument, p.identifier): p for p in records.provisions
        }
        self._provision_names = tuple(dict.fromkeys(p.identifier for p in records.provisions))
        self._code_lists = {c.name: c for c in records.code_lists}
        self._links = index_links(records)
        self._texts_of_statements = index_texts(
            (s.iri, (s.identifier, s.verbatim, s.action, s.object)) for s in records.statements
        )

    # --- one thing -------------------------------------------------------------------------

    def find_node(self, iri: str) -> Record | None:
        """Return the record whose IRI is `iri`, or None."""
        return self._nodes.get(iri)

    def get_instrument(self, identifier: str) -> Instrument:
        """Return the instrument `identifier`, such as `seoul-2024`.

        Raises:
            NotFound: there is none; with the nearest identifiers.
        """
        if identifier not in self._instruments:
            nearest = tuple(self._instruments)
            raise NotFound(kind="instrument", given=identifier, nearest=nearest)
        return self._instruments[identifier]

    def get_statement(self, instrument: str, identifier: str) -> Statement:
        """Return the normative statement `identifier` (`II.g`) of an instrument.

        Raises:
            NotFound: no such instrument or statement; with the nearest identifiers.
        """
        return self._get_statement(instrument, identifier, kind="statement", only=None)

    def get_requirement(self, instrument: str, identifier: str) -> Statement:
        """Return the requirement `identifier` of an instrument; other statements are not found.

        Raises:
            NotFound: no such instrument or requirement; with the nearest identifiers.
        """
        only = StatementKind.REQUIREMENT
        return self._get_statement(instrument, identifier, kind="requirement", only=only)

    def get_provision(self, instrument: str, identifier: str) -> Provision:
        """Return the provision `identifier` (`II`) of an instrument.

        Raises:
            NotFound: no such instrument or provision; with the nearest identifiers.
        """
        self.get_instrument(instrument)
        found = self._provision_by_identifier.get((instrument, identifier))
        if found is None:
            known = [p.identifier for p in self.provisions if p.instrument == instrument]
            nearest = list_nearest(identifier, known)
            raise NotFound(kind="provision", given=identifier, nearest=nearest)
        return found

    def get_provision_of(self, found: Statement | Bearing) -> Provision:
        """Return the provision that a statement stands in, or that a bearing is on.

        A bearing on a statement is on the provision in which that stands.
        """
        promise = self._nodes[found.bears_on] if isinstance(found, Bearing) else found
        return self._provision(promise.provision if isinstance(promise, Statement) else promise.iri)

    def get_times(self, *, as_of: date | None = None, known_by: date | None = None) -> Times:
        """Return the times of a question; what is not given is the last day of the data.

        Never the clock: the same data gives the same answers on any day. Where the data does not
        say up to which day it was gathered, both days have to be given.

        Raises:
            InvalidArgument: a day is neither given nor in the data.
        """
        known_to = self.dataset.known_to if self.dataset is not None else None
        given = {"asOf": as_of or known_to, "knownBy": known_by or known_to}
        for argument, day in given.items():
            if day is None:
                raise InvalidArgument(
                    argument=argument,
                    problem="the data does not say up to which day it was gathered",
                    expected="a day",
                )
        as_of, known_by = given.values()
        assert as_of is not None
        assert known_by is not None
        return Times(as_of, known_by, known_to or max(as_of, known_by))

    # --- lists -----------------------------------------------------------------------------

    def list_provisions(self, wanted: ProvisionFilter) -> tuple[Provision, ...]:
        """Return the wanted provisions in reading order.

        Raises:
            NotFound: there is no such instrument.
        """
        if wanted.instrument is not None:
            self.get_instrument(wanted.instrument)
        return tuple(
            p
            for p in self.provisions
            if wanted.instrument in (None, p.instrument)
            and holds(wanted.kinds, (p.kind,))
            and wanted.is_column in (None, p.column is not None)
        )

    def list_columns(self, instrument: str) -> tuple[Provision, ...]:
        """Return the provisions that are columns of every comparison, in their order."""
        found = self.list_provisions(ProvisionFilter(instrument=instrument, is_column=True))
        return tuple(sorted(found, key=lambda p: p.rank))

    def list_parts_of(self, provision: str) -> tuple[Provision, ...]:
        """Return the provisions within the one whose IRI is given, in reading order."""
        return self._links.parts.get(provision, ())

    def list_statements(self, wanted: StatementFilter) -> tuple[Statement, ...]:
        """Return the wanted statements in reading order.

        Raises:
            InvalidArgument: a code or a provision in `wanted` is unknown; with the known ones.
        """
        self._check_statements(wanted)
        has_text = having_text(wanted.text, self._texts_of_statements)
        return tuple(
            s for s in self.statements if has_text(s.iri) and self._is_wanted_statement(s, wanted)
        )

    def list_statements_in(self, provision: Provision) -> tuple[Statement, ...]:
        """Return the statements that stand in `provision`, in reading order."""
        return self._links.stated_in.get(provision.iri, ())

    def list_dependencies(self, statement: Statement) -> tuple[Record, ...]:
        """Return what `statement` depends on directly: statements, provisions, events."""
        return tuple(self._nodes[iri] for iri in statement.depends_on)

    def list_rests_on(
        self, statement: Statement, *, provisions: tuple[str, ...] | None = None
    ) -> tuple[Statement, ...]:
        """Return the statements that `statement` depends on, directly or not, in reading order.

        A dependency on a whole paragraph ends the path: its statements are not counted one by
        one. A statement that rests on itself, through a cycle, is among them: FN3.b and II.b
        presuppose each other. With `provisions`, only the statements that stand in these.

        Raises:
            InvalidArgument: a provision is unknown; with the known ones.
        """
        self._check_provisions(provisions, argument="provisions")
        return tuple(
            s for s in self._links.rests_on[statement.iri] if self._stands_in(s, provisions)
        )

    def list_dependants(self, statement: Statement) -> tuple[Statement, ...]:
        """Return the statements that depend directly on `statement`, in reading order."""
        return self._links.dependants.get(statement.iri, ())

    def list_exceptions(self, statement: Statement) -> tuple[Statement, ...]:
        """Return the exception clauses of `statement`, in reading order."""
        return self._links.exceptions[statement.iri]

    def list_excepted_by(self, clause: Statement) -> tuple[Statement, ...]:
        """Return the statements that the exception `clause` limits, in reading order."""
        return self._links.excepted_by.get(clause.iri, ())

    # --- inside ----------------------------------------------------------------------------

    def _get_statement(
        self, instrument: str, identifier: str, *, kind: str, only: StatementKind | None
    ) -> Statement:
        self.get_instrument(instrument)
        found = self._by_identifier.get((instrument, identifier))
        if found is None or only not in (None, found.kind):
            known = [
                s.identifier
                for s in self.statements
                if s.instrument == instrument and only in (None, s.kind)
            ]
            raise NotFound(kind=kind, given=identifier, nearest=list_nearest(identifier, known))
        return found

    def _provision(self, iri: str) -> Provision:
        found = self._nodes[iri]
        assert isinstance(found, Provision)  # the reader linked it
        return found

    def _stands_in(self, statement: Statement, provisions: tuple[str, ...] | None) -> bool:
        return holds(provisions, (self._provision(statement.provision).identifier,))

    def _rests_in(self, statement: Statement, provisions: tuple[str, ...] | None) -> bool:
        return provisions is None or any(
            self._stands_in(s, provisions) for s in self._links.rests_on[statement.iri]
        )

    def _is_wanted_statement(self, s: Statement, wanted: StatementFilter) -> bool:
        """Whether `s` is wanted, but for the text."""
        return (
            wanted.instrument in (None, s.instrument)
            and holds(wanted.kinds, (s.kind,))
            and self._stands_in(s, wanted.provisions)
            and holds(wanted.modalities, (s.modality.notation,))
            and holds(wanted.qualifiers, (c.notation for c in s.qualifiers))
            and holds(wanted.loci, (c.notation for c in s.loci))
            and holds(wanted.triggers, (c.notation for c in s.triggers))
            and holds(wanted.severities, (s.severity,))
            and self._rests_in(s, wanted.rests_on)
        )

    def _check_statements(self, wanted: StatementFilter) -> None:
        if wanted.instrument is not None:
            self.get_instrument(wanted.instrument)
        self._check_codes("modality", wanted.modalities)
        self._check_codes("qualifier", wanted.qualifiers)
        self._check_codes("locus", wanted.loci)
        self._check_codes("trigger", wanted.triggers)
        self._check_provisions(wanted.provisions)
        self._check_provisions(wanted.rests_on, argument="restsOn")

    def _check_codes(
        self,
        kind: str,
        codes: tuple[str, ...] | None,
        *,
        scheme: str | None = None,
        argument: str | None = None,
    ) -> None:
        """Refuse what is no code of the list `scheme`; it and the `argument` are named as the kind.

        Raises:
            InvalidArgument: with the codes of the list.
        """
        code_list = self._code_lists.get(scheme or kind)
        known = (c.notation for c in code_list.concepts) if code_list else ()
        check_known(kind, codes, known, argument=argument)

    def _check_provisions(
        self, identifiers: tuple[str, ...] | None, *, argument: str | None = None
    ) -> None:
        check_known("provision", identifiers, self._provision_names, argument=argument)

    def _names_promise(self, iri: str, provisions: tuple[str, ...] | None) -> bool:
        """Whether `iri` is of one of the `provisions`, by identifier, or of a statement in one."""
        if provisions is None:
            return True
        found = self._nodes.get(iri)
        if isinstance(found, Statement):
            return self._stands_in(found, provisions)
        return isinstance(found, Provision) and found.identifier in provisions
