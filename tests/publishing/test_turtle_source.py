"""`pledgegraph.publishing.turtle_source`: pieces of a file as it was written."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from pledgegraph.publishing.turtle_source import join_blocks, split_source

TEXT = '''\
# A dog and
# its owner.
#
# CC BY 4.0

@prefix ex: <https://example.org/> .
@prefix unused: <https://example.org/unused#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

# Dogs

# The best one.
ex:a.b a ex:Dog ; # not the last
  ex:weight 1.5 ;
  ex:says """It says: unused:x . "Woof." # loudly""" ;
  ex:path [ ex:inverse ex:of ] .

<https://example.org/owner> ex:born "1990-01-01"^^xsd:date .
'''


def test_a_file_is_cut_where_its_statements_end() -> None:
    source = split_source(TEXT)
    assert source.head == "A dog and its owner."
    assert list(source.prefixes) == ["ex", "unused", "xsd"]
    assert [block.subject for block in source.blocks] == [
        "https://example.org/a.b",
        "https://example.org/owner",
    ]
    assert source.blocks[0].prefixes == {"ex"}


def test_a_piece_keeps_its_own_comment_and_has_the_prefixes_it_uses() -> None:
    source = split_source(TEXT)
    assert source.cut(["https://example.org/owner"]) == (
        "@prefix ex: <https://example.org/> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n"
        '<https://example.org/owner> ex:born "1990-01-01"^^xsd:date .\n'
    )
    piece = source.cut(["https://example.org/a.b"])
    assert piece.startswith("@prefix ex: <https://example.org/> .\n\n# The best one.\nex:a.b a")
    assert source.cut(["https://example.org/nothing"]) == ""


def test_the_whole_has_neither_head_nor_prefixes_without_use() -> None:
    whole = split_source(TEXT).whole
    assert "unused: <" not in whole
    assert "A dog and" not in whole
    assert whole.endswith(TEXT[TEXT.index("# The best one.") :])


def test_pieces_of_several_files_are_one_text() -> None:
    first = split_source(TEXT)
    second = split_source("@prefix p: <https://example.org/p#> .\np:a p:b p:c .\n")
    text = join_blocks([(second, second.blocks[0]), (first, first.blocks[1])])
    assert len(list(ox.parse(text, format=ox.RdfFormat.TURTLE))) == 2
    assert join_blocks([]) == ""


def test_an_empty_file_has_no_block() -> None:
    assert split_source("# Nothing.\n").blocks == ()
    assert split_source("").whole == "\n"


def read(text: str) -> set[str]:
    """Return the triples of `text` between named nodes."""
    quads = ox.parse(text, format=ox.RdfFormat.TURTLE)
    return {str(q.triple) for q in quads if "_:" not in f"{q.subject} {q.object}"}


FILES = sorted((Path(__file__).resolve().parents[2] / "shapes").glob("*/shapes.ttl"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_shipped_shapes_are_the_sum_of_their_pieces(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    source = split_source(text)
    assert read(source.whole) == read(text)
    pieces = [read(source.cut([block.subject])) for block in source.blocks]
    assert set().union(*pieces) == read(text)
