"""The ontology's files: what each declares, of which kind, in which profile, with which axioms."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.ontology.owl_rl import OWL, RDF, RDFS, Graph, list_outside_rl
from tests.ontology.triples import load_triples, parse_turtle
from tests.ontology.typing_of_terms import list_misused, read_kinds, read_used

PLEDGE = "https://w3id.org/pledgegraph/ns#"
AXIOM = "https://w3id.org/pledgegraph/axiom/"

DECLARED = {
    "header": "",
    "reused": "",
    "disjoint": "",
    "instrument": "Instrument InstrumentEdition Provision Outcome Paragraph BestPractice Footnote"
    " NormativeStatement Requirement Permission Definition ScopeRule ExceptionClause"
    " OutcomeStatement Reading hasProvision editionOf statedIn verbatim locatedAt"
    " modality qualifier polarity action object appliesWhen appliesWhenText dependsOn"
    " hasException defeats partOfOutcome locus defaultSeverity uncheckedBecause"
    " severityBecause since reading defaultReading question impliesSeverity position"
    " columnOrder codeScheme",
    "organisations": "Endorsement Headquartering Government AppointedBody endorsedBy endorses"
    " listedIn cohort headquarteredOrganisation inCountry governmentOf appointedBy",
    "frameworks": "Framework FrameworkVersion DocumentFile DateClaim Search frameworkOf versionOf"
    " labelSource alternativeLabel issuedEarliest issuedLatest dateBasis rivalDate"
    " effectiveFrom effectiveEarliest effectiveLatest publication searchedFor sought"
    " searchedOn reissueOf translationOf replacesFramework hasFile availability"
    " retrievedAt retrievedFrom"
    " noAddressBecause",
    "changes": "Change ChangeItem ChangeAccount changeFrom changeTo affectsApproachTo hasItem"
    " direction materiality disclosure aboutRequirement before after relocatedTo"
    " accountedBy reason"
    " reasonsStated",
    "thresholds": "Threshold ThresholdBasis ThresholdMetric Assessability ProximityMonitoring"
    " ThresholdRationale IntolerableExample StakeholderInput AgreementAlignment"
    " ThresholdCheck FrontierModel definesThreshold consequence concernsRisk tierOrder"
    " stricterThan hasBasis basisType criterion metric comparator value combination"
    " breachWhen assessability assessabilityStatus method cadence decisionMaker"
    " monitoredBy rationale intolerableExample input inputKind inputAgent alignment"
    " unlessMitigatedBy checked ofModel checkedOn outcome"
    " rationaleGiven exampleGiven isAcceptance",
    "practices": "Mitigation ResponseProcess DevelopmentGate DeploymentGate DoNotDevelopRule"
    " DoNotDeployRule RiskAssessmentPractice CapabilityInvestment AdequacyProcess"
    " GovernanceArrangement RoleAssignment TransparencyPractice DisclosureException"
    " RestrictedSharing ExternalInvolvement practiceOf keepsWithin mitigationKind"
    " howIdentified howImplemented triggeredBy residualRiskTest atPhase considers"
    " advances does provides assigns exceptionGround withholds balance sharedWith"
    " involvementIn involves noInvolvement redTeaming threat",
    "evidence": "Document Claim Evidence Bearing claimAbout answers coverage cites because"
    " statement passageOf locator noLocatorBecause aboutOrganisation evidenceType"
    " anchorState ofEvidence bearsOn drawnBy drawnOn reviewState"
    " sourceQuality qualityNote notIndependentOf",
    "codings": "Coding Settlement codingRound codedAsSupporting codedAsPartlySupporting"
    " codedAsContradicting",
    "assessments": "Assessment AssessmentCriterion AssessmentCampaign RatingScale aspect"
    " resultAsStated edition rating score onScale asOf confidence relationToSubject"
    " inCampaign disputes adjudicates"
    " usesScale isTabled",
    "events": "Event SummitEvent Deadline deadlineFor atEvent dueDate knownTo eventKind"
    " startEarliest startLatest disagreement",
    "crosswalk": "CommitmentSet Clause CrosswalkLink nature clauseOf linksProvision linksSet"
    " clauseCited crosswalkRelation",
    "registry": "Submission StatusChange ValidationRun submits submittedBy onBehalfOf"
    " submitterRelation graph digest graphDigest recomputedFor ofSubmission from to"
    " mayBecome validated shapesVersion report violations warnings infos",
}


@pytest.fixture(scope="module")
def ontology(repository: Path) -> list[ox.Triple]:
    return load_triples(repository.glob("ontology/**/*.ttl"))


@pytest.fixture(scope="module")
def data(repository: Path) -> list[ox.Triple]:
    return load_triples(repository.glob("data/**/*.ttl"))


@pytest.fixture(scope="module")
def graph(ontology: list[ox.Triple]) -> Graph:
    return Graph(ontology)


def own_pairs(graph: Graph, predicate: str) -> list[tuple[str, str]]:
    """Return subject and object of each triple with `predicate`, sorted, own names shortened."""
    return [(s.removeprefix(PLEDGE), o.removeprefix(PLEDGE)) for s, o in graph.pairs(predicate)]


def own_names(triples: list[ox.Triple]) -> list[str]:
    return sorted(i.removeprefix(PLEDGE) for i in read_kinds(triples) if i.startswith(PLEDGE))


# --- the files -------------------------------------------------------------------------------


def test_there_is_one_file_for_each_question(repository: Path) -> None:
    assert {file.stem for file in repository.glob("ontology/*.ttl")} == set(DECLARED)


@pytest.mark.parametrize("name", DECLARED)
def test_file_begins_with_its_question(repository: Path, name: str) -> None:
    first = (repository / f"ontology/{name}.ttl").read_text(encoding="utf-8").splitlines()[0]
    assert re.fullmatch(r"# [A-Z].*\?", first)


@pytest.mark.parametrize("name", DECLARED)
def test_file_declares_exactly_its_terms(repository: Path, name: str) -> None:
    triples = load_triples([repository / f"ontology/{name}.ttl"])
    assert own_names(triples) == sorted(DECLARED[name].split())


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("<https://example.org/a> a <https://example.org/B>", encoding="utf-8")
    with pytest.raises(SyntaxError):
        load_triples([broken])


# --- the kinds of terms ----------------------------------------------------------------------


def test_every_term_is_of_one_kind(ontology: list[ox.Triple]) -> None:
    kinds = read_kinds(ontology)
    assert {iri: kind for iri, kind in kinds.items() if len(kind) != 1} == {}


def test_every_term_that_is_used_is_declared(
    ontology: list[ox.Triple], data: list[ox.Triple]
) -> None:
    assert read_used(ontology + data) - set(read_kinds(ontology)) == set()


def test_no_reused_term_is_declared_for_nothing(
    ontology: list[ox.Triple], data: list[ox.Triple]
) -> None:
    reused = {iri for iri in read_kinds(ontology) if not iri.startswith(PLEDGE)}
    assert reused - read_used(ontology + data) == set()


def test_every_reused_term_names_its_vocabulary_and_nothing_else(repository: Path) -> None:
    graph = Graph(load_triples([repository / "ontology/reused.ttl"]))
    terms = [subject for subject, _ in graph.pairs(RDF + "type")]
    defined = [subject for subject, _ in graph.pairs(RDFS + "isDefinedBy")]
    assert terms == defined
    assert len(graph.triples) == len(terms) + len(defined)


def test_values_suit_the_kind_of_their_property(
    ontology: list[ox.Triple], data: list[ox.Triple]
) -> None:
    assert list_misused(ontology + data) == []


def test_uses_and_misuses_are_seen() -> None:
    triples = parse_turtle(
        "ex:p a owl:ObjectProperty . ex:d a owl:DatatypeProperty . ex:n a owl:AnnotationProperty ."
        ' ex:x a ex:A ; ex:p "text" ; ex:d ex:y ; ex:n "text" , ex:y .'
        " ex:B rdfs:subClassOf ex:C . ex:q rdfs:subPropertyOf ex:r ; rdfs:range ex:D ."
    )
    names = ("A", "C", "D", "d", "n", "p", "r")
    assert sorted(read_used(triples)) == [f"https://example.org/{name}" for name in names]
    assert list_misused(triples) == [
        "https://example.org/d: no literal, and it is a datatype property",
        "https://example.org/p: a literal, and it is an object property",
    ]


# --- the axioms ------------------------------------------------------------------------------


def test_nothing_lies_outside_the_profile(ontology: list[ox.Triple]) -> None:
    assert list_outside_rl(ontology) == []


@pytest.mark.parametrize("axiom", ["subClassOf", "subPropertyOf", "domain", "range"])
def test_axioms_speak_of_own_terms_alone(graph: Graph, axiom: str) -> None:
    assert [s for s, _ in graph.pairs(RDFS + axiom) if not s.startswith(PLEDGE)] == []


def test_there_is_no_cardinality(graph: Graph) -> None:
    assert [triple for triple in graph.triples if "ardinality" in triple[1]] == []


def test_properties_have_the_superproperties_that_others_know(graph: Graph) -> None:
    assert own_pairs(graph, RDFS + "subPropertyOf") == [
        ("clauseOf", "http://purl.org/dc/terms/isPartOf"),
        ("defaultReading", "reading"),
        ("editionOf", "http://purl.org/dc/terms/isVersionOf"),
        ("hasProvision", "http://purl.org/dc/terms/hasPart"),
        ("replacesFramework", "http://purl.org/dc/terms/replaces"),
        ("statedIn", "http://purl.org/dc/terms/isPartOf"),
        ("versionOf", "http://purl.org/dc/terms/isVersionOf"),
    ]


def test_one_pair_is_inverse(graph: Graph) -> None:
    assert own_pairs(graph, OWL + "inverseOf") == [("hasException", "defeats")]


@pytest.mark.parametrize(
    ("characteristic", "names"),
    [
        ("FunctionalProperty", ["bearsOn", "ofEvidence", "passageOf", "versionOf"]),
        ("TransitiveProperty", ["stricterThan"]),
    ],
)
def test_characteristics(graph: Graph, characteristic: str, names: list[str]) -> None:
    found = [s for s, kind in own_pairs(graph, RDF + "type") if kind == OWL + characteristic]
    assert found == names


def test_four_sets_of_classes_are_disjoint(graph: Graph) -> None:
    sets = {
        axiom: " ".join(name.removeprefix(PLEDGE) for name in graph.items(members))
        for axiom, members in graph.pairs(OWL + "members")
    }
    assert sets == {
        AXIOM + "judgements": "Evidence Coding Settlement Bearing",
        AXIOM + "layers": "Claim Evidence Bearing Assessment",
        AXIOM + "levels": "Framework FrameworkVersion DocumentFile",
        AXIOM + "makers": "Instrument Framework Submission",
    }
