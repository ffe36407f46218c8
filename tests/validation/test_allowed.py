"""`pledgegraph.validation.allowed`, by the nearest values that findings name."""

from __future__ import annotations

import pytest

from tests.validation.samples import explain
from tests.validation.wording import SHAPES

DATA = """
PREFIX code: <https://w3id.org/pledgegraph/code#>
PREFIX id: <https://w3id.org/pledgegraph/id/>
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
code:risk-cyber-offence skos:inScheme code:risk . code:risk-chemical skos:inScheme code:risk .
code:risk-title-page skos:inScheme code:risk . code:phase-a skos:inScheme code:phase .
id:organisation\\/acme a pledge:Threshold . id:organisation\\/meta a pledge:Threshold .
id:organisation\\/cohere a pledge:Threshold .
e:x a e:C ; pledge:because"""


@pytest.mark.parametrize(
    ("constraint", "value", "nearest"),
    [
        ("sh:node e:Listed", "code:risk-cyber", ("code:risk-cyber-offence",)),
        ("sh:node e:Listed", "code:risk-chemicals", ("code:risk-chemical",)),
        ("sh:node e:Listed", "'title page'", ("code:risk-title-page",)),
        ("sh:node e:Listed", "'zzz'", ()),
        ("sh:node e:A", "'title page'", ()),
        ("sh:in ( sh:Violation sh:Warning )", "sh:Warnung", ("sh:Warning",)),
        ("sh:in ( sh:Violation )", "sh:Violating", ("sh:Violation",)),
        ("sh:class pledge:Threshold", "id:organisation\\/acmee", ("id:organisation/acme",)),
        ("sh:class pledge:Threshold", "id:organisation\\/zzz", ()),
        ("sh:datatype xsd:date", "code:risk-chemicals", ()),
    ],
)
def test_what_is_allowed_and_alike_is_named(
    constraint: str, value: str, nearest: tuple[str, ...]
) -> None:
    [finding] = explain(f"{SHAPES} {constraint} .", f"{DATA} {value} .")
    assert finding.nearest == nearest


def test_what_is_there_already_is_not_named() -> None:
    data = f"{DATA} id:organisation\\/acmee , id:organisation\\/acme ."
    [finding] = explain(f"{SHAPES} sh:class pledge:Threshold .", data)
    assert finding.nearest == ()


def test_of_very_many_things_none_is_named() -> None:
    many = " ".join(f"id:organisation\\/n{n} a pledge:Threshold ." for n in range(300))
    data = DATA.replace("e:x a", f"{many} e:x a")
    [finding] = explain(
        f"{SHAPES} sh:class pledge:Threshold .", f"{data} id:organisation\\/acmee ."
    )
    assert finding.nearest == ()
