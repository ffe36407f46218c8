"""The code lists hold exactly the codes that data and queries count on, in their order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store

CODES = Path(__file__).resolve().parents[2] / "ontology" / "codes"
PREFIXES = """
PREFIX code: <https://w3id.org/pledgegraph/code#>
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

SCHEMES = {
    "actor": "government home-government appointed-body civil-society academics public"
    " independent-evaluator other",
    "adequacy": "assess-adequacy monitor-adequacy identify-additional",
    "anchor": "exact fuzzy lost",
    "aspect": "stated implemented unstated",
    "assessability": "measured by-judgement partly not-assessable not-stated not-reviewed",
    "availability": "available moved withdrawn never-retrieved not-checked",
    "basis": "model-capability risk-estimate implemented-safeguard deployment-context other",
    "bearing": "supports partly-supports contradicts",
    "breach": "meets-or-exceeds exceeds",
    "cell": "contested contradicted supported partly withheld not-applicable not-addressed"
    " none-found not-reviewed mixed",
    "check": "below approaching met-or-exceeded undetermined",
    "cohort": "original-list added-list",
    "combination": "all-of any-of judgement",
    "comparator": "at-least more-than at-most less-than",
    "confidence": "low medium high",
    "consideration": "capabilities development-context deployment-context mitigation-efficacy-use"
    " mitigation-efficacy-misuse internal-evaluations external-evaluations",
    "coverage": "addressed partly-addressed not-addressed not-applicable withheld",
    "crosswalk": "stronger equivalent overlaps weaker precursor none",
    "datebasis": "title-page first-capture announcement file-metadata not-reviewed",
    "direction": "retained strengthened weakened removed relocated added",
    "disclosure": "announced partly-announced silent no-account",
    "evidence": "framework-text change-account system-card evaluation-report transparency-report"
    " research-paper policy-annex official-statement blog-post news government-page"
    " third-party-assessment incident-report correspondence other",
    "event": "summit meeting commitment joining publication assessment law",
    "gate": "stays-below other",
    "governance": "framework review roles responsibilities resources",
    "investment": "risk-assessment thresholds mitigation-effectiveness contribute"
    " take-into-account",
    "involvement": "risk-assessment framework-adequacy adherence",
    "locus": "framework publication other-publication change-account conduct",
    "materiality": "scope threshold-or-trigger actor obligation-strength disclosure-scope"
    " consequence",
    "mitigation": "safety model-behaviour refusal-training monitoring access-control"
    " staged-release security weight-security insider-threat cyber-security physical-security",
    "modality": "will should can affirm goal definition scope except",
    "phase": "before-training during-training before-deployment internal-deployment"
    " external-deployment post-deployment decommission",
    "polarity": "positive negative",
    "publication": "published draft out-of-scope announced none-found not-reviewed",
    "quality": "primary archived-copy secondary mirror disputed",
    "qualifier": "as-appropriate as-needed including such-as if-at-all insofar-as only-if"
    " in-the-extreme work-toward continually unless-adequately-mitigated publicly voluntary"
    " disproportionate by-deadline in-such-instances manner foreseeable relevant specific purpose"
    " explicit meets-or-exceeds stays-below sufficient appropriately still only open-list possible",
    "redteam": "internal external",
    "relation": "internal paid independent unknown",
    "review": "drafted second-read confirmed-by-a-person confirmed-by-signatory",
    "risk": "chemical-biological-radiological-nuclear chemical biological radiological-nuclear"
    " cyber-offence autonomy-and-ai-research autonomous-replication ai-research-acceleration"
    " loss-of-control-deception harmful-manipulation critical-infrastructure cross-domain"
    " other-severe",
    "status": "draft validated accepted superseded withdrawn",
    "submitter": "self third-party",
    "threat": "severe novel",
    "timeliness": "before-endorsement on-time late undetermined not-applicable",
    "trigger": "always before-deployment before-training during-training thresholds-exist"
    " risk-meets-or-exceeds mitigations-cannot-suffice approach-changed exception-used"
    " agreement-exists produces-audio-or-visual per-threshold framework-published"
    " endorsed-before-deadline in-each-risk-assessment continuing thresholds-defined"
    " disclosure-would-harm",
}


def load_codes(*schemes: str) -> Store:
    """Return the named lists in one default graph."""
    store = Store()
    for scheme in schemes:
        store.load(path=str(CODES / f"{scheme}.ttl"), format=RdfFormat.TURTLE)
    return store


def select(store: Store, query: str) -> list[tuple[str, ...]]:
    """Return the rows of a query, each term without its namespace."""
    rows = store.query(PREFIXES + query)
    assert isinstance(rows, QuerySolutions)
    names = [variable.value for variable in rows.variables]
    return [tuple(row[name].value.rpartition("#")[2] for name in names) for row in rows]


def test_there_is_one_file_for_each_list_and_one_for_all() -> None:
    assert {file.name for file in CODES.iterdir()} == {f"{s}.ttl" for s in SCHEMES} | {"index.ttl"}


@pytest.mark.parametrize("scheme", [*SCHEMES, "index"])
def test_file_begins_with_the_question_it_answers(scheme: str) -> None:
    first, second, *_ = (CODES / f"{scheme}.ttl").read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"# [A-Z].*\?", first)
    assert second == ""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_list_holds_exactly_its_codes_in_order(scheme: str) -> None:
    rows = select(
        load_codes(scheme),
        "SELECT ?scheme ?notation WHERE {"
        " ?code skos:inScheme ?scheme ; skos:notation ?notation ; pledge:position ?position }"
        " ORDER BY ?position",
    )
    assert rows == [(scheme, notation) for notation in SCHEMES[scheme].split()]


def test_two_lists_have_two_levels() -> None:
    rows = select(
        load_codes(*SCHEMES),
        "SELECT ?code ?above WHERE { ?code skos:broader ?above } ORDER BY ?code",
    )
    assert rows == [
        ("mitigation-access-control", "mitigation-safety"),
        ("mitigation-cyber-security", "mitigation-security"),
        ("mitigation-insider-threat", "mitigation-security"),
        ("mitigation-model-behaviour", "mitigation-safety"),
        ("mitigation-monitoring", "mitigation-safety"),
        ("mitigation-physical-security", "mitigation-security"),
        ("mitigation-refusal-training", "mitigation-safety"),
        ("mitigation-staged-release", "mitigation-safety"),
        ("mitigation-weight-security", "mitigation-security"),
        ("risk-ai-research-acceleration", "risk-autonomy-and-ai-research"),
        ("risk-autonomous-replication", "risk-autonomy-and-ai-research"),
        ("risk-biological", "risk-chemical-biological-radiological-nuclear"),
        ("risk-chemical", "risk-chemical-biological-radiological-nuclear"),
        ("risk-radiological-nuclear", "risk-chemical-biological-radiological-nuclear"),
    ]


def test_a_submission_moves_only_along_these_steps() -> None:
    rows = select(
        load_codes("status"),
        "SELECT ?from ?to WHERE { ?from pledge:mayBecome ?to } ORDER BY ?from ?to",
    )
    assert rows == [
        ("status-accepted", "status-superseded"),
        ("status-accepted", "status-withdrawn"),
        ("status-draft", "status-validated"),
        ("status-draft", "status-withdrawn"),
        ("status-validated", "status-accepted"),
        ("status-validated", "status-draft"),
        ("status-validated", "status-withdrawn"),
    ]


def test_continuously_is_found_as_continually() -> None:
    rows = select(
        load_codes("qualifier"), 'SELECT ?code WHERE { ?code skos:altLabel "continuously"@en }'
    )
    assert rows == [("qualifier-continually",)]
