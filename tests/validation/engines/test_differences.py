"""Where the engines differ, as `docs/engines.md` says of the versions that are installed."""

from __future__ import annotations

import pytest

from pledgegraph.errors import EngineFailure
from tests.validation.samples import run

DATATYPE = """
e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:P .
e:P a sh:PropertyShape ; sh:path e:p ; sh:datatype xsd:{datatype} .
"""


@pytest.mark.parametrize(
    ("datatype", "text"),
    [("integer", "9" * 4_301), ("date", "10000-01-01"), ("date", "-0001-01-01")],
)
def test_the_reference_does_not_know_values_that_python_does_not_have(
    datatype: str, text: str
) -> None:
    shapes = DATATYPE.replace("{datatype}", datatype)
    data = f'e:x a e:C ; e:p "{text}"^^xsd:{datatype} .'
    assert run(shapes, data, "x", engine="turbo") == ()
    assert len(run(shapes, data, "x", engine="reference")) == 1


def test_both_know_the_values_up_to_there() -> None:
    shapes = DATATYPE.replace("{datatype}", "date")
    data = 'e:x a e:C ; e:p "9999-12-31"^^xsd:date , "0001-01-01"^^xsd:date .'
    assert run(shapes, data, "x", engine="turbo") == ()
    assert run(shapes, data, "x", engine="reference") == ()


LESS = """
e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:P .
e:P a sh:PropertyShape ; sh:path e:p ; sh:lessThan e:q .
"""


def test_the_reference_compares_no_unnamed_node() -> None:
    data = "e:x a e:C ; e:p [] ; e:q 1 ."
    assert len(run(LESS, data, "x", engine="turbo")) == 1
    with pytest.raises(EngineFailure, match="Cannot use sh:lessThan to compare a BlankNode"):
        run(LESS, data, "x", engine="reference")


@pytest.mark.parametrize(
    "values",
    [
        "e:p 'a'@en ; e:q 'b'",
        "e:p '2025-02-01'^^xsd:date ; e:q '2025-02-01T00:00:00'^^xsd:dateTime",
    ],
)
def test_the_reference_takes_for_less_what_sparql_does_not_compare(values: str) -> None:
    assert len(run(LESS, f"e:x a e:C ; {values} .", "x", engine="turbo")) == 1
    assert run(LESS, f"e:x a e:C ; {values} .", "x", engine="reference") == ()


def test_the_reference_passes_over_terms_that_shacl_does_not_have() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:P .
    e:P a sh:PropertyShape ; sh:path e:p ; sh:minCont 1 .
    """
    assert run(shapes, "e:x a e:C .", "x", engine="reference") == ()
    with pytest.raises(EngineFailure, match="Unsupported feature: sh:minCont"):
        run(shapes, "e:x a e:C .", "x", engine="turbo")
