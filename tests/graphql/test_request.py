"""`pledgegraph.graphql.request`."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.errors import InvalidRequest
from pledgegraph.graphql.request import format_variables, hash_document

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=6,
)
VARIABLES = st.dictionaries(st.text(st.characters(codec="utf-8")), VALUES)


def reverse(value: Any) -> Any:
    """Return an equal value whose objects have their keys the other way round."""
    if isinstance(value, dict):
        return {key: reverse(inner) for key, inner in reversed(value.items())}
    return [reverse(inner) for inner in value] if isinstance(value, list) else value


def has_same_types(a: Any, b: Any) -> bool:
    """Whether two equal values are equal as JSON too, where 1, 1.0 and true differ."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(has_same_types(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(has_same_types, a, b))
    return type(a) is type(b) and repr(a) == repr(b)


def test_keys_are_sorted_at_every_depth() -> None:
    text = format_variables({"b": [{"d": 1, "c": None}], "a": "é"})
    assert text.decode() == '{"a":"é","b":[{"c":null,"d":1}]}'


@given(VARIABLES)
def test_the_order_of_keys_says_nothing(variables: dict[str, Any]) -> None:
    assert format_variables(variables) == format_variables(reverse(variables))


@given(VARIABLES, VARIABLES)
def test_only_equal_variables_have_equal_forms(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert (format_variables(a) == format_variables(b)) is has_same_types(a, b)


def test_values_that_look_alike_have_forms_of_their_own() -> None:
    alike: tuple[dict[str, Any], ...] = (
        {},
        {"a": None},
        {"a": 1},
        {"a": 1.0},
        {"a": True},
        {"a": "1"},
        {"a": [1]},
    )
    assert len({format_variables(variables) for variables in alike}) == 7


@pytest.mark.parametrize("value", [{1, 2}, object(), 2**70, "\ud800"])
def test_what_is_no_json_is_refused(value: object) -> None:
    with pytest.raises(InvalidRequest) as caught:
        format_variables({"a": value})
    assert caught.value.code == "BAD_VARIABLES"


def test_a_document_is_named_by_its_bytes() -> None:
    assert hash_document("{ a }").hex() == (
        "1c7e1e347f726166b5b1c55afd61f278cc9b45e00c108ec33d540a566379811b"
    )
    assert hash_document("{a}") != hash_document("{ a }")
