"""`pledgegraph.catalogue`."""

from dataclasses import replace

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue, ProvisionFilter, StatementFilter
from pledgegraph.errors import DataError, InvalidArgument, NotFound
from pledgegraph.model import ProvisionKind, Reading, StatementKind
from pledgegraph.reader import Records, read_records
from pledgegraph.severity import Severity

SEOUL = "seoul-2024"


@pytest.fixture
def catalogue(service: Service) -> Catalogue:
    return service.catalogue


def identifiers(catalogue: Catalogue, **wanted: object) -> list[str]:
    found = catalogue.list_statements(StatementFilter(**wanted))  # type: ignore[arg-type]
    return [statement.identifier for statement in found]


def test_the_columns_of_every_comparison(catalogue: Catalogue) -> None:
    found = [provision.identifier for provision in catalogue.list_columns(SEOUL)]
    assert found == ("PRE CHG I II III IV V VI VII VIII BP1 BP2 BP3 BP4 BP5 BP6 BP7 BP8".split())


def test_statements_come_in_reading_order(catalogue: Catalogue) -> None:
    found = identifiers(catalogue, provisions=("VII",))
    assert found == ["VII.a", "VII.x1", "VII.x2", "VII.b", "VII.c"]
    assert len(identifiers(catalogue)) == 84


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"provisions": ("II",), "modalities": ("will",)}, ["II.a", "II.b", "II.c"]),
        ({"provisions": ("II",), "qualifiers": ("as-appropriate", "specific")}, ["II.e", "II.h"]),
        ({"severities": (Severity.WARNING,), "provisions": ("V", "FN3")}, ["V.e", "V.f", "FN3.b"]),
        ({"kinds": (StatementKind.DEFINITION,)}, ["FN1.a", "FN2"]),
        ({"loci": ("change-account",)}, ["CHG.b", "CHG.c", "CHG.d"]),
        ({"triggers": ("mitigations-cannot-suffice",)}, ["IV.d", "IV.e"]),
        ({"text": "HOME GOVERNMENT"}, ["I.k", "II.e", "II.f", "VII.c", "FN2"]),
        ({"provisions": ("VII",), "rests_on": ("FN2",)}, ["VII.c"]),
        ({"provisions": ()}, []),
        ({"text": "zebra"}, []),
    ],
)
def test_a_filter_keeps_what_holds_in_every_part(
    catalogue: Catalogue, wanted: dict[str, object], expected: list[str]
) -> None:
    assert identifiers(catalogue, **wanted) == expected


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (
            {"modalities": ("must",)},
            "modality: “must” is no modality; expected one of will, should",
        ),
        ({"qualifiers": ("x",)}, "qualifier: “x” is no qualifier"),
        ({"loci": ("x",)}, "locus: “x” is no locus"),
        ({"triggers": ("x",)}, "trigger: “x” is no trigger"),
        ({"provisions": ("IX",)}, "provision: “IX” is no provision; expected one of PRE, CHG"),
        ({"rests_on": ("FN9",)}, "restsOn: “FN9” is no provision"),
    ],
)
def test_an_unknown_code_is_refused_with_the_known(
    catalogue: Catalogue, wanted: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidArgument) as caught:
        identifiers(catalogue, **wanted)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("given", "nearest"),
    [
        ("ii.g", "II.g"),
        ("II", "II.a"),
        ("II.z", "II.a"),
        ("VII.x3", "VII.x1"),
        ("BP", "BP.0"),
        ("FN1", "FN1.a"),
    ],
)
def test_an_unknown_statement_is_told_with_the_nearest_first(
    catalogue: Catalogue, given: str, nearest: str
) -> None:
    with pytest.raises(NotFound) as caught:
        catalogue.get_statement(SEOUL, given)
    assert caught.value.nearest[0] == nearest
    assert 1 <= len(caught.value.nearest) <= 5


def test_a_statement_that_is_no_requirement_is_not_found_as_one(catalogue: Catalogue) -> None:
    assert catalogue.get_statement(SEOUL, "FN1.a").kind is StatementKind.DEFINITION
    with pytest.raises(NotFound, match=r"There is no requirement “FN1\.a”"):
        catalogue.get_requirement(SEOUL, "FN1.a")


def test_an_unknown_instrument_is_told_with_the_known(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match=r"no instrument “paris-2025”; the nearest are seoul-2024\."):
        catalogue.get_statement("paris-2025", "I.a")
    with pytest.raises(NotFound, match="no instrument"):
        catalogue.list_provisions(ProvisionFilter(instrument="x"))


def test_provisions_are_filtered_by_kind(catalogue: Catalogue) -> None:
    wanted = ProvisionFilter(instrument=SEOUL, kinds=(ProvisionKind.FOOTNOTE,))
    assert [p.identifier for p in catalogue.list_provisions(wanted)] == ["FN1", "FN2", "FN3"]
    best = catalogue.get_provision(SEOUL, "BP")
    assert [p.identifier for p in catalogue.list_parts_of(best.iri)] == [
        f"BP{n}" for n in range(1, 9)
    ]
    with pytest.raises(NotFound, match="There is no provision “IX”"):
        catalogue.get_provision(SEOUL, "IX")


def test_dependencies_are_followed_to_the_end_but_not_through_a_paragraph(
    catalogue: Catalogue,
) -> None:
    clause = catalogue.get_requirement(SEOUL, "V.b")
    assert [d.identifier for d in catalogue.list_dependencies(clause)] == ["I", "V.a"]  # type: ignore[union-attr]
    assert [s.identifier for s in catalogue.list_rests_on(clause)] == ["V.a"]
    monitoring = catalogue.get_requirement(SEOUL, "II.c")
    found = catalogue.list_rests_on(monitoring, provisions=("FN3",))
    assert [s.identifier for s in found] == ["FN3.a", "FN3.b"]


def test_exceptions_are_read_both_ways(catalogue: Catalogue) -> None:
    promise = catalogue.get_requirement(SEOUL, "VII.a")
    assert [s.identifier for s in catalogue.list_exceptions(promise)] == ["VII.x1", "VII.x2"]
    clause = catalogue.get_statement(SEOUL, "VII.x1")
    assert catalogue.list_excepted_by(clause) == (promise,)
    assert catalogue.list_dependants(clause) == (catalogue.get_statement(SEOUL, "VII.b"),)


def test_every_record_is_found_by_its_iri(catalogue: Catalogue) -> None:
    statement = catalogue.get_statement(SEOUL, "II.g")
    assert catalogue.find_node(statement.iri) is statement
    assert catalogue.find_node(statement.modality.iri) == statement.modality
    assert catalogue.find_node("https://w3id.org/pledgegraph/id/nothing") is None


def test_a_statement_that_rests_on_itself_is_among_what_it_rests_on(catalogue: Catalogue) -> None:
    clause = catalogue.get_requirement(SEOUL, "FN3.b")
    assert clause in catalogue.list_rests_on(clause)


def test_what_leads_to_a_provision_comes_in_reading_order(catalogue: Catalogue) -> None:
    provision = catalogue.get_provision(SEOUL, "VII")
    found = [s.identifier for s in catalogue.list_statements_in(provision)]
    assert found == ["VII.a", "VII.x1", "VII.x2", "VII.b", "VII.c"]
    assert catalogue.list_parts_of(provision.iri) == ()


def test_an_endless_name_is_near_to_nothing(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound) as caught:
        catalogue.get_statement(SEOUL, "II.a" * 10_000)
    assert caught.value.nearest == ()
    assert len(str(caught.value)) < 120


@pytest.fixture
def records(service: Service) -> Records:
    return read_records(service.store, service.files)


def test_two_records_with_one_iri_are_refused(records: Records) -> None:
    twin = replace(records.events[0], iri=records.statements[0].iri)
    with pytest.raises(DataError) as caught:
        Catalogue(replace(records, events=(twin,)), revision="r")
    assert str(caught.value) == (
        "https://w3id.org/pledgegraph/req/seoul-2024/PRE.a: two records have this IRI: Statement "
        "and Event; expected an IRI for each."
    )


def test_a_reading_found_by_its_iri_is_a_default_where_it_is_one_anywhere(
    records: Records,
) -> None:
    first, second, *rest = records.statements
    reading = next(r for s in records.statements for r in s.readings)
    pair = (
        replace(first, readings=(replace(reading, is_default=False),)),
        replace(second, readings=(replace(reading, is_default=True),)),
    )
    catalogue = Catalogue(replace(records, statements=(*pair, *rest)), revision="r")
    found = catalogue.find_node(reading.iri)
    assert isinstance(found, Reading)
    assert found.is_default
    assert [s.readings[0].is_default for s in catalogue.statements[:2]] == [False, True]
