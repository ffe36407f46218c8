"""How far two codings of the same evidence agree, for people and as plain data.

Promises to say whose agreement it is, two machine-assisted readings, wherever figures are told; and
a dash for a figure that is not defined.
"""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from pledgegraph.catalogue import Agreement, AgreementFigures

HEADING: Final = "Agreement of two machine-assisted readings"

_REMARK: Final = """\
Pairs are of one piece of evidence and one requirement. Most are linked by neither reading, so the
share of all pairs is high whatever the readings do: look first at the linked pairs and at alpha
(Krippendorff, nominal; 1 is agreement throughout, 0 what chance would give, – not defined). How
alike two readings are does not show that either is right."""
_COLUMNS: Final = ("", "pairs", "agreed %", "linked", "agreed %", "alpha", "alpha of links")

Numbers: TypeAlias = Mapping[str, int | float | None]


def format_agreement(found: Agreement) -> str:
    """Return `found` as lines for people: what was compared, and a row for each provision."""
    rows = [
        ("all", found.figures),
        *((p.provision.identifier, p.figures) for p in found.provisions),
    ]
    table = [_COLUMNS, *(_row(name, figures) for name, figures in rows)]
    coded = f"{found.items} pieces of evidence were coded twice; the codings of {found.differing}"
    lines = [HEADING, "", f"{coded} differ and were settled.", "", *_align(table), "", _REMARK]
    return "\n".join(lines)


def agreement_json(found: Agreement) -> Mapping[str, object]:
    """Return `found` as plain data, its figures not rounded; what is not defined is None."""
    return {
        "of": HEADING,
        "items": found.items,
        "differing": found.differing,
        "all": _numbers(found.figures),
        "provisions": {p.provision.identifier: _numbers(p.figures) for p in found.provisions},
    }


def _numbers(figures: AgreementFigures) -> Numbers:
    return {
        "pairs": figures.pairs,
        "pairs that agree": figures.agreed,
        "per cent": figures.percent,
        "linked pairs": figures.linked,
        "linked pairs that agree": figures.linked_agreed,
        "per cent of linked pairs": figures.percent_of_linked,
        "alpha": figures.alpha,
        "alpha of links": figures.alpha_of_links,
    }


def _row(name: str, figures: AgreementFigures) -> tuple[str, ...]:
    return (
        name,
        str(figures.pairs),
        _round(figures.percent, 1),
        str(figures.linked),
        _round(figures.percent_of_linked, 1),
        _round(figures.alpha, 2),
        _round(figures.alpha_of_links, 2),
    )


def _round(figure: float | None, places: int) -> str:
    return "–" if figure is None else f"{figure:.{places}f}"


def _align(table: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in table
    ]
