"""The names of things: the project's namespaces and the terms it uses, as plain IRIs.

Promises that a misspelt own term fails when a module is imported, not when a query finds nothing.
A test holds the names here equal to the ontology's. Imports nothing.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SITE: Final = "https://w3id.org/pledgegraph/"
"""The one fixed base of every shipped IRI. Its redirect is not registered yet."""


class Namespace:
    """A namespace whose terms are read as attributes or items: `SKOS.prefLabel`, `SH["in"]`.

    Not a kind of `str`: `DCTERMS.title` would then be a method of the string.
    """

    __slots__ = ("base",)

    def __init__(self, base: str) -> None:
        """Name the namespace that starts with `base`."""
        self.base = base

    def __getitem__(self, name: object) -> str:
        """Return the IRI of `name` in this namespace."""
        return f"{self.base}{name}"

    def __getattr__(self, name: str) -> str:
        """Return the IRI of the term `name`."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]


class OwnNamespace(Namespace):
    """The namespace of the ontology: only declared names are terms."""

    __slots__ = ()

    def __getattr__(self, name: str) -> str:
        """Return the IRI of the own term `name`; an undeclared name raises AttributeError."""
        if name not in OWN_TERMS:
            raise AttributeError(f"{name} is no term of {self.base}")
        return self[name]


CODE: Final = Namespace(SITE + "code#")
ID: Final = Namespace(SITE + "id/")
REQ: Final = Namespace(SITE + "req/")
SHAPE: Final = Namespace(SITE + "shapes#")

DCAT: Final = Namespace("http://www.w3.org/ns/dcat#")
DCTERMS: Final = Namespace("http://purl.org/dc/terms/")
EARL: Final = Namespace("http://www.w3.org/ns/earl#")
OA: Final = Namespace("http://www.w3.org/ns/oa#")
ORG: Final = Namespace("http://www.w3.org/ns/org#")
OWL: Final = Namespace("http://www.w3.org/2002/07/owl#")
PROF: Final = Namespace("http://www.w3.org/ns/dx/prof/")
PROV: Final = Namespace("http://www.w3.org/ns/prov#")
RDF: Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: Final = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA: Final = Namespace("https://schema.org/")
SH: Final = Namespace("http://www.w3.org/ns/shacl#")
QUDT: Final = Namespace("http://qudt.org/schema/qudt/")
SKOS: Final = Namespace("http://www.w3.org/2004/02/skos/core#")
SPDX: Final = Namespace("http://spdx.org/rdf/terms#")
XSD: Final = Namespace("http://www.w3.org/2001/XMLSchema#")

OWN_TERMS: Final = frozenset(
    """
    AdequacyProcess AgreementAlignment AppointedBody Assessability Assessment AssessmentCampaign
    AssessmentCriterion Bearing BestPractice CapabilityInvestment Change ChangeAccount ChangeItem
    Claim Clause Coding CommitmentSet CrosswalkLink DateClaim Deadline Definition DeploymentGate
    DevelopmentGate DisclosureException DoNotDeployRule DoNotDevelopRule Document DocumentFile
    Endorsement Event Evidence ExceptionClause ExternalInvolvement Footnote Framework
    FrameworkVersion FrontierModel GovernanceArrangement Government Headquartering Instrument
    InstrumentEdition IntolerableExample Mitigation NormativeStatement Outcome OutcomeStatement
    Paragraph Permission Provision ProximityMonitoring RatingScale Reading Requirement
    ResponseProcess RestrictedSharing RiskAssessmentPractice RoleAssignment ScopeRule Search
    Settlement StakeholderInput StatusChange Submission SummitEvent Threshold ThresholdBasis
    ThresholdCheck ThresholdMetric ThresholdRationale TransparencyPractice ValidationRun
    aboutOrganisation aboutRequirement accountedBy action adjudicates advances affectsApproachTo
    after alignment alternativeLabel anchorState answers appliesWhen appliesWhenText appointedBy
    asOf aspect assessability assessabilityStatus assigns atEvent atPhase availability balance
    basisType bearsOn because before breachWhen cadence changeFrom changeTo checked checkedOn cites
    claimAbout clauseCited clauseOf codeScheme codedAsContradicting codedAsPartlySupporting
    codedAsSupporting codingRound cohort columnOrder combination comparator concernsRisk
    confidence consequence considers coverage criterion crosswalkRelation dateBasis deadlineFor
    decisionMaker
    defaultReading defaultSeverity defeats definesThreshold dependsOn digest direction disagreement
    disclosure disputes does drawnBy drawnOn dueDate edition editionOf effectiveEarliest
    effectiveFrom effectiveLatest endorsedBy endorses eventKind evidenceType exampleGiven
    exceptionGround frameworkOf from governmentOf graph graphDigest hasBasis hasException hasFile
    hasItem hasProvision headquarteredOrganisation howIdentified howImplemented impliesSeverity
    inCampaign inCountry infos input inputAgent inputKind intolerableExample involvementIn involves
    isAcceptance isTabled issuedEarliest issuedLatest keepsWithin knownTo labelSource linksProvision
    linksSet listedIn locatedAt locator locus materiality mayBecome method metric mitigationKind
    modality monitoredBy nature noAddressBecause noInvolvement noLocatorBecause notIndependentOf
    object ofEvidence ofModel ofSubmission onBehalfOf onScale outcome partOfOutcome passageOf
    polarity position practiceOf provides publication qualifier qualityNote question rating
    rationale rationaleGiven reading reason reasonsStated recomputedFor redTeaming reissueOf
    relationToSubject relocatedTo replacesFramework report residualRiskTest resultAsStated
    retrievedAt retrievedFrom reviewState rivalDate score searchedFor searchedOn severityBecause
    shapesVersion sharedWith since sought sourceQuality startEarliest startLatest statedIn statement
    stricterThan submits submittedBy submitterRelation threat tierOrder to translationOf triggeredBy
    uncheckedBecause unlessMitigatedBy usesScale validated value verbatim versionOf violations
    warnings withholds
    """.split()
)
"""The local names of every class and property of the ontology."""

PLEDGE: Final = OwnNamespace(SITE + "ns#")

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "adms": "http://www.w3.org/ns/adms#",
        "cccev": "http://data.europa.eu/m8g/",
        "code": CODE.base,
        "dcat": DCAT.base,
        "dcterms": DCTERMS.base,
        "dqv": "http://www.w3.org/ns/dqv#",
        "earl": EARL.base,
        "id": ID.base,
        "oa": OA.base,
        "org": ORG.base,
        "owl": OWL.base,
        "pledge": PLEDGE.base,
        "prov": PROV.base,
        "qudt": "http://qudt.org/schema/qudt/",
        "rdf": RDF.base,
        "rdfs": RDFS.base,
        "req": REQ["seoul-2024/"],
        "schema": SCHEMA.base,
        "sh": SH.base,
        "shape": SHAPE.base,
        "skos": SKOS.base,
        "spdx": SPDX.base,
        "vann": "http://purl.org/vocab/vann/",
        "vs": "http://www.w3.org/2003/06/sw-vocab-status/ns#",
        "xsd": XSD.base,
    }
)
"""The prefixes that people see, in files, tables and messages."""


def shorten(iri: str) -> str:
    """Return `iri` with its prefix for people to read, or as it is when none fits.

    >>> shorten("https://w3id.org/pledgegraph/req/seoul-2024/II.g"), shorten("https://example.org")
    ('req:II.g', 'https://example.org')
    """
    for prefix, base in PREFIXES.items():
        if iri.startswith(base) and iri != base:
            return f"{prefix}:{iri.removeprefix(base)}"
    return str(iri)  # plain, whatever kind of string it came as
