"""`pledgegraph.web.passages`."""

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import ProvisionFilter, StatementFilter
from pledgegraph.errors import DataError
from pledgegraph.model import ProvisionKind
from pledgegraph.web.passages import Block, split_blocks


def blocks_of(service: Service) -> dict[str, Block]:
    catalogue = service.catalogue
    text = catalogue.get_instrument("seoul-2024").edition.file.text
    found = split_blocks(
        text,
        catalogue.list_provisions(ProvisionFilter(instrument="seoul-2024")),
        catalogue.list_statements(StatementFilter(instrument="seoul-2024")),
    )
    return {block.provision.identifier: block for block in found}


def test_every_statement_stands_in_one_block_in_reading_order(service: Service) -> None:
    blocks = blocks_of(service)
    assert list(blocks) == (
        "PRE CHG BP OUT1 I II III IV V OUT2 VI OUT3 VII VIII FN1 FN2 FN3".split()
    )
    stand = [s.identifier for block in blocks.values() for s in block.statements]
    assert len(stand) == len(set(stand)) == 84


def test_joined_passages_are_the_text(service: Service) -> None:
    text = service.catalogue.get_instrument("seoul-2024").edition.file.text
    for block in blocks_of(service).values():
        start, end = block.provision.places[0].start, block.provision.places[-1].end
        assert "".join(passage.text for passage in block.passages) == text[start:end]


def test_every_statement_can_be_chosen_from_the_text(service: Service) -> None:
    ends = [e for b in blocks_of(service).values() for p in b.passages for e in p.ends]
    assert len(ends) == len(set(ends)) == 84


def test_words_lead_to_the_narrowest_statement(service: Service) -> None:
    passages = blocks_of(service)["CHG"].passages
    [reasons] = [p for p in passages if p.text.strip(" ,") == "including their reasons"]
    assert reasons.statements == ("CHG.c", "CHG.d")
    assert reasons.ends == ("CHG.c",)


def test_marks_of_footnotes_are_no_words(service: Service) -> None:
    marks = [p for p in blocks_of(service)["II"].passages if p.footnote]
    assert [(m.footnote, m.words) for m in marks] == [("3", "")]
    assert "*" not in "".join(p.words for p in blocks_of(service)["OUT1"].passages)


def test_a_statement_outside_every_provision_is_refused(service: Service) -> None:
    catalogue = service.catalogue
    text = catalogue.get_instrument("seoul-2024").edition.file.text
    wanted = ProvisionFilter(instrument="seoul-2024", kinds=(ProvisionKind.FOOTNOTE,))
    with pytest.raises(DataError, match=r"PRE\.a: its words stand in no provision's text"):
        split_blocks(text, catalogue.list_provisions(wanted), catalogue.statements)
