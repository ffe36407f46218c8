"""`pledgegraph.validation.json_positions`."""

from __future__ import annotations

import time

from pledgegraph.validation.json_positions import find_json_lines

TEXT = r"""{
  "@context": [
    "https://w3id.org/pledgegraph/context.jsonld",
    { "e": "https://example.org/", "name": { "@id": "e:name", "@type": "xsd:string" } }
  ],
  "@graph": [
    { "@id": "e:b" },
    {
      "@id": "req:II.g",
      "e:p": [ { "@id": "e:a" }, "\"@id\": \"e:no\"", { "@list": [ 1, "@id" ] } ],
      "e:q": {
        "e:r": 1,
        "@id": "e:inner"
      }
    },
    { "e:p": 1, "@id": "https://example.org/a" }, { "@id": "e:a", "e:p": 2 },
    { "@id": "e:\u0062", "name": "" }
  ]
}"""


def test_subjects_stand_where_something_is_said_of_them() -> None:
    assert find_json_lines(TEXT) == {
        "https://w3id.org/pledgegraph/req/seoul-2024/II.g": 9,
        "https://example.org/inner": 13,
        "https://example.org/a": 16,
        "https://example.org/b": 17,
    }


def test_a_prefix_of_the_document_comes_before_ours() -> None:
    text = '{"@context": {"req": "x:"}, "@id": "req:a", "x:p": 1}'
    assert find_json_lines(text) == {"x:a": 1}


def test_no_line_is_better_than_a_wrong_one() -> None:
    part = '{"@context": {"e": "x:%s"}, "@id": "e:a", "x:p": 1}'
    assert find_json_lines(f"[{part % 1},\n{part % 2}]") == {}


def test_nothing_is_found_in_nothing() -> None:
    assert find_json_lines("[]") == find_json_lines("{}") == {}


def test_the_scan_takes_linear_time() -> None:
    started = time.perf_counter()
    find_json_lines("[" + ",\n".join(['{"@id": "x:a", "x:p": "' + "a" * 50 + '"}'] * 20_000) + "]")
    assert time.perf_counter() - started < 5
