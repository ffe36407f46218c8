"""`pledgegraph.reader.thresholds`: lines, their bases and the numbers in them."""

from decimal import Decimal

import pytest

from pledgegraph.bootstrap import Service
from tests.reader.small import ID, check_refused, read_small

CYBER = f"{ID}threshold/lab/policy/1/cyber"


def test_a_threshold_is_read_whole(service: Service) -> None:
    (found,) = read_small(service).thresholds
    assert (found.iri, found.slug, found.label) == (CYBER, "cyber", "Cyber")
    assert found.version == f"{ID}version/lab/policy/1"
    assert (found.description, found.consequence) == ("It finishes whole attacks.", "No release.")
    assert [r.notation for r in found.risks] == ["cyber-offence"]
    assert found.assessability.notation == "not-reviewed"
    assert (found.rationale_given, found.example_given) == (True, None)
    assert (found.locator, found.sources) == ("section 2", ("https://lab.example/",))


def test_bases_come_in_the_order_of_their_list_with_their_numbers(service: Service) -> None:
    capability, other = read_small(service).thresholds[0].bases
    assert (capability.kind.notation, other.kind.notation) == ("model-capability", "other")
    assert (other.criterion, other.quantity) == ("The size of the model.", None)
    quantity = capability.quantity
    assert quantity is not None
    assert (quantity.metric, quantity.comparator.notation) == ("Share of tasks", "at-least")
    assert (quantity.value, quantity.unit) == (
        Decimal("0.5"),
        "http://qudt.org/vocab/unit/UNITLESS",
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            " ;\n  pledge:definesThreshold <threshold/lab/policy/1/cyber> .",
            " .",
            "threshold/lab/policy/1/cyber: definesThreshold: no version defines it; expected one "
            "version.",
        ),
        (
            "pledge:reissueOf <version/lab/policy/1> .",
            "pledge:definesThreshold <threshold/lab/policy/1/cyber> .",
            f"version/lab/policy/1-reissue: definesThreshold: {ID}version/lab/policy/1 defines "
            f"{CYBER} too; expected each threshold in one version.",
        ),
        (
            "pledge:definesThreshold <threshold/lab/policy/1/cyber> .",
            "pledge:definesThreshold <threshold/lab/policy/1/none> .",
            f"version/lab/policy/1: it links {ID}threshold/lab/policy/1/none, which is not "
            "described; expected a description of it in ontology/ or data/, or no link.",
        ),
        (
            " pledge:concernsRisk code:risk-cyber-offence ;",
            "",
            "threshold/lab/policy/1/cyber: concernsRisk: it has no value; expected a code of the "
            "list risk.",
        ),
        (
            "pledge:assessability <threshold/lab/policy/1/cyber/assessability>",
            "pledge:assessability <threshold/lab/policy/1/cyber>",
            f"threshold/lab/policy/1/cyber: it links {CYBER}, which is not described; expected a "
            "description of it in ontology/ or data/, or no link.",
        ),
        (
            "  pledge:comparator code:comparator-at-least ;\n",
            "",
            "threshold/lab/policy/1/cyber/basis/model-capability: comparator: it has no value; "
            "expected a code of the list comparator.",
        ),
        (
            "qudt:numericValue 0.5",
            'qudt:numericValue "half"',
            "threshold/lab/policy/1/cyber/basis/model-capability/value: numericValue: “half” is no "
            "decimal number; expected at most 40 digits on each side of the point.",
        ),
    ],
)
def test_what_cannot_be_read_names_file_and_subject(
    service: Service, old: str, new: str, message: str
) -> None:
    check_refused(service, old, new, message)
