"""`pledgegraph.web.citations`."""

import json
import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.web.citations import (
    Citation,
    create_citation,
    escape_tex,
    format_bibtex,
    format_csl,
    format_plain,
    format_report,
)
from tests.web.states import read

REVISION = "7ce391a707cc3e59"
BASE = "https://pledges.example.org"


def cite(query: str = "as_of=2025-02-11", base_url: str | None = BASE) -> Citation:
    return create_citation(read(query), "Compare", revision=REVISION, base_url=base_url)


def test_a_sentence_names_the_days_the_revision_and_the_licence() -> None:
    assert format_plain(cite()) == (
        "Pledgegraph (2026). Compare. On record as of 2025-02-11, as known on 2026-11-23. Data "
        "revision 7ce391a707cc. CC BY 4.0. "
        "https://pledges.example.org/compare?as_of=2025-02-11&known_by=2026-11-23"
    )


def test_without_a_base_the_path_is_named() -> None:
    assert format_plain(cite(base_url=None)).endswith(
        "CC BY 4.0. At /compare?as_of=2025-02-11&known_by=2026-11-23 of the server that was asked."
    )
    assert "url =" not in format_bibtex(cite(base_url=None))
    assert "URL" not in json.loads(format_csl(cite(base_url=None)))[0]


def test_an_entry_for_bibtex() -> None:
    found = format_bibtex(cite("organisations=g42,meta"))
    assert re.fullmatch(
        r"@misc\{pledgegraph-compare-[0-9a-f]{8},\n"
        r"  author = \{\{Pledgegraph\}\},\n"
        r"  title = \{\{Compare\}\},\n"
        r"  year = \{2026\},\n"
        r"  version = \{7ce391a707cc\},\n"
        r"  note = \{On record as of 2026-11-23, as known on 2026-11-23\. Data revision "
        r"7ce391a707cc\. CC BY 4\.0\.\},\n"
        r"  url = \{https://pledges\.example\.org/compare\?organisations=g42,meta"
        r"&as_of=2026-11-23&known_by=2026-11-23\},\n"
        r"\}\n",
        found,
    )


def test_an_item_of_csl_json() -> None:
    citation = cite()
    assert json.loads(format_csl(citation)) == [
        {
            "id": citation.key,
            "type": "dataset",
            "title": "Compare",
            "author": [{"literal": "Pledgegraph"}],
            "publisher": "Pledgegraph",
            "issued": {"date-parts": [[2026, 11, 23]]},
            "version": "7ce391a707cc",
            "note": "On record as of 2025-02-11, as known on 2026-11-23. Data revision "
            "7ce391a707cc. CC BY 4.0.",
            "URL": f"{BASE}/compare?as_of=2025-02-11&known_by=2026-11-23",
        }
    ]


def test_a_key_is_the_same_for_the_same_page_of_the_same_data() -> None:
    assert cite().key == cite("as_of=2025-02-11&known_by=2026-11-23", base_url=None).key
    assert cite().key != cite("as_of=2025-02-12").key
    other = create_citation(read("as_of=2025-02-11"), "Compare", revision="0" * 16, base_url=BASE)
    assert cite().key != other.key


def test_a_report_leaves_only_what_its_writer_knows() -> None:
    assert format_report(cite()).splitlines() == [
        "Page: Compare",
        "Address: https://pledges.example.org/compare?as_of=2025-02-11&known_by=2026-11-23",
        "As of: 2025-02-11",
        "As known on: 2026-11-23",
        "Data revision: 7ce391a707cc",
        "What is wrong: ",
        "What the source says, with its address and the place in it: ",
    ]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("R&D, 100 %", r"R\&D, 100 \%"),
        ("a_b #1 $2", r"a\_b \#1 \$2"),
        ("{x}", r"\textbraceleft{}x\textbraceright{}"),
        ("\\ ~ ^", r"\textbackslash{} \textasciitilde{} \textasciicircum{}"),
        ("“as it is” – ü", "“as it is” – ü"),
    ],
)
def test_what_means_something_to_tex_is_escaped(text: str, escaped: str) -> None:
    assert escape_tex(text) == escaped


@given(st.text())
def test_no_title_breaks_an_entry(title: str) -> None:
    citation = create_citation(read(""), title, revision=REVISION, base_url=None)
    # BibTeX counts every brace, whatever stands before it.
    depth = list(accumulate((mark == "{") - (mark == "}") for mark in format_bibtex(citation)))
    assert depth[-1] == 0
    assert depth.index(0, depth.index(1)) == len(format_bibtex(citation).rstrip()) - 1
    assert json.loads(format_csl(citation))[0]["title"] == title
