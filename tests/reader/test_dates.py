"""`pledgegraph.reader.dates`: three facts of one date."""

from datetime import date

import pytest

from pledgegraph.errors import DataError
from pledgegraph.model import StatedDate
from pledgegraph.reader.dates import ISSUED, START, Dating, find_stated_date, stated_date_of
from pledgegraph.reader.node import Node
from pledgegraph.store.term import Literal


def create_node(dating: Dating, stated: str, earliest: str, latest: str) -> Node:
    values = {dating.stated: stated, dating.earliest: earliest, dating.latest: latest}
    terms = {predicate: (Literal(value),) for predicate, value in values.items() if value}
    return Node("x:s", "https://w3id.org/pledgegraph/graph/data/sample", terms)


def test_a_month_is_read_with_its_days() -> None:
    may = StatedDate("2025-05", date(2025, 5, 1), date(2025, 5, 31))
    assert stated_date_of(create_node(ISSUED, "2025-05", "2025-05-01", "2025-05-31")) == may
    node = create_node(START, "2025-05", "2025-05-01", "2025-05-31")
    assert find_stated_date(node, START) == may
    assert find_stated_date(node, ISSUED) is None


def test_a_date_is_there_with_all_its_facts_or_not_at_all() -> None:
    node = create_node(ISSUED, "2025-05", "2025-05-01", "")
    with pytest.raises(DataError, match="issuedLatest: it has no value; expected one day"):
        find_stated_date(node)
    with pytest.raises(DataError, match="issued: it has no value; expected one text"):
        find_stated_date(create_node(ISSUED, "", "2025-05-01", "2025-05-31"))
