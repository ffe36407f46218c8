"""`pledgegraph.severity`, and that the graph stores what the rule gives."""

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.model import ProvisionKind
from pledgegraph.severity import Severity, derive_severity

FRAMEWORK = ("framework",)


@pytest.mark.parametrize(
    ("modality", "qualifiers", "loci", "is_best_practice", "severity"),
    [
        ("will", (), FRAMEWORK, False, Severity.VIOLATION),
        ("will", ("as-appropriate",), FRAMEWORK, False, Severity.INFO),
        ("should", ("as-appropriate", "including"), FRAMEWORK, False, Severity.INFO),
        ("should", (), FRAMEWORK, False, Severity.WARNING),
        ("should", ("as-needed",), FRAMEWORK, False, Severity.WARNING),
        ("will", (), ("conduct",), False, None),
        ("will", (), (), False, None),
        ("will", (), ("conduct", "publication"), False, Severity.VIOLATION),
        ("affirm", (), ("conduct",), True, Severity.INFO),
        ("affirm", (), ("conduct", "framework"), True, Severity.WARNING),
        ("affirm", (), ("other-publication",), True, Severity.INFO),
        ("affirm", (), ("conduct",), False, None),
        ("except", ("insofar-as",), FRAMEWORK, False, Severity.VIOLATION),
        ("can", (), FRAMEWORK, False, None),
        ("goal", (), (), False, None),
        ("definition", (), (), False, None),
        ("scope", (), (), False, None),
    ],
)
def test_the_rule(
    modality: str,
    qualifiers: tuple[str, ...],
    loci: tuple[str, ...],
    is_best_practice: bool,
    severity: Severity | None,
) -> None:
    found = derive_severity(
        modality=modality, qualifiers=qualifiers, loci=loci, is_best_practice=is_best_practice
    )
    assert found.severity == severity
    assert found.because.endswith(".")


def test_the_graph_stores_what_the_rule_gives(service: Service) -> None:
    catalogue = service.catalogue
    stored, derived = {}, {}
    for statement in catalogue.statements:
        provision = catalogue.get_provision_of(statement)
        stored[statement.identifier] = statement.severity
        derived[statement.identifier] = derive_severity(
            modality=statement.modality.notation,
            qualifiers=[code.notation for code in statement.qualifiers],
            loci=[code.notation for code in statement.loci],
            is_best_practice=provision.kind is ProvisionKind.BEST_PRACTICE,
        ).severity
    assert stored == derived
    assert len(stored) == 84
