"""One organisation with one of everything that can be on record about it, as Turtle.

Read with the shipped codes and commitments. A test edits the text, or reads it as it is.
"""

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import DataError
from pledgegraph.reader import Records, read_records
from pledgegraph.store.embedded import EmbeddedStore
from tests.samples import turtle_file

ID = "https://w3id.org/pledgegraph/id/"
NAME = "data/small.ttl"

PREFIXES = f"""
@prefix code: <https://w3id.org/pledgegraph/code#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix earl: <http://www.w3.org/ns/earl#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix pledge: <https://w3id.org/pledgegraph/ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix qudt: <http://qudt.org/schema/qudt/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix req: <https://w3id.org/pledgegraph/req/seoul-2024/> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <{ID}> .
"""

PARTIES = """
<http://publications.europa.eu/resource/authority/country/FRA> a skos:Concept ;
  skos:inScheme <http://publications.europa.eu/resource/authority/country> ;
  skos:prefLabel "France"@en ; skos:notation "FR" ; skos:definition "The French Republic."@en ;
  pledge:position 2 .
<organisation/lab> a org:FormalOrganization ; skos:prefLabel "Example Lab"@en ;
  skos:altLabel "Lab"@en ; dcterms:identifier "lab" ; schema:legalName "Example Lab SAS" ;
  schema:url <https://lab.example/> ; dcterms:source <https://lab.example/about> ;
  skos:editorialNote "It has two offices."@en .
<organisation/lab/headquartering/FR> a pledge:Headquartering ;
  pledge:headquarteredOrganisation <organisation/lab> ;
  pledge:inCountry <http://publications.europa.eu/resource/authority/country/FRA> ;
  dcterms:source <https://lab.example/about> .
<organisation/lab/endorsement/seoul-2024> a pledge:Endorsement ;
  pledge:endorsedBy <organisation/lab> ; pledge:endorses <instrument/seoul-2024> ;
  pledge:cohort code:cohort-added-list ; pledge:listedIn <edition/seoul-2024/2025-02-07> ;
  dcterms:issued "2025-02"^^xsd:gYearMonth ;
  pledge:issuedEarliest "2025-02-01"^^xsd:date ; pledge:issuedLatest "2025-02-28"^^xsd:date ;
  dcterms:source <https://gov.example/list> .
<agent/department-for-science-innovation-and-technology> a prov:Organization ;
  rdfs:label "Department"@en .
<agent/crown> a prov:Agent ; rdfs:label "Crown"@en .
<agent/pledgegraph-editors> a prov:Agent ; rdfs:label "Editors"@en .
<agent/lab-research> a prov:Organization ; rdfs:label "Lab Research"@en ;
  org:subOrganizationOf <organisation/lab> ; pledge:notIndependentOf <agent/crown> ;
  dcterms:source <https://lab.example/research> ; skos:editorialNote "A part."@en .
<agent/index> a prov:Person ; rdfs:label "Index"@en .
"""

TEXTS = """
<framework/lab/policy> a pledge:Framework ; dcterms:title "Policy"@en ;
  dcterms:identifier "policy" ; pledge:frameworkOf <organisation/lab> ;
  dcat:landingPage <https://lab.example/policy> ; pledge:replacesFramework <framework/lab/old> .
<framework/lab/old> a pledge:Framework ; dcterms:title "Old policy"@en ;
  dcterms:identifier "old" ; pledge:frameworkOf <organisation/lab> .
<version/lab/policy/1> a pledge:FrameworkVersion ; pledge:versionOf <framework/lab/policy> ;
  dcterms:identifier "1" ; dcterms:title "Policy 1"@en ; dcat:version "1" ;
  dcterms:issued "2025-03-05"^^xsd:date ; pledge:issuedEarliest "2025-03-05"^^xsd:date ;
  pledge:issuedLatest "2025-03-05"^^xsd:date ; pledge:dateBasis code:datebasis-title-page ;
  pledge:publication code:publication-published ; pledge:availability code:availability-available ;
  dcterms:language "en", "fr" ; schema:url <https://lab.example/policy-1.pdf> ;
  dcat:mediaType <https://www.iana.org/assignments/media-types/application/pdf> ;
  pledge:rivalDate <version/lab/policy/1/rival-date/1> ; pledge:alternativeLabel "first" ;
  pledge:definesThreshold <threshold/lab/policy/1/cyber> .
<version/lab/policy/1/rival-date/1> a pledge:DateClaim ; dcterms:issued "2025"^^xsd:gYear ;
  pledge:issuedEarliest "2025-01-01"^^xsd:date ; pledge:issuedLatest "2025-12-31"^^xsd:date ;
  pledge:dateBasis code:datebasis-announcement ; dcterms:source <https://news.example/> .
<version/lab/policy/1-reissue> a pledge:FrameworkVersion ;
  pledge:versionOf <framework/lab/policy> ;
  dcterms:identifier "1-reissue" ; dcterms:title "Policy 1"@en ; dcat:version "1" ;
  dcterms:issued "2025-03"^^xsd:gYearMonth ; pledge:issuedEarliest "2025-03-01"^^xsd:date ;
  pledge:issuedLatest "2025-03-31"^^xsd:date ; pledge:dateBasis code:datebasis-first-capture ;
  pledge:effectiveFrom "2025-05-01"^^xsd:date ; pledge:effectiveEarliest "2025-05-01"^^xsd:date ;
  pledge:effectiveLatest "2025-05-01"^^xsd:date ;
  pledge:publication code:publication-published ;
  pledge:availability code:availability-not-checked ; dcterms:language "en" ;
  pledge:noAddressBecause "It was only sent round."@en ; dcterms:replaces <version/lab/policy/1> ;
  pledge:reissueOf <version/lab/policy/1> .
<version/lab/policy/1-reissue/change> a pledge:Change ; pledge:changeFrom <version/lab/policy/1> ;
  pledge:changeTo <version/lab/policy/1-reissue> ; dcterms:description "A table is gone."@en ;
  pledge:reasonsStated false ; dcterms:source <https://news.example/> .
<threshold/lab/policy/1/cyber> a pledge:Threshold ; skos:prefLabel "Cyber"@en ;
  dcterms:identifier "cyber" ; dcterms:description "It finishes whole attacks."@en ;
  pledge:consequence "No release."@en ; pledge:concernsRisk code:risk-cyber-offence ;
  pledge:hasBasis <threshold/lab/policy/1/cyber/basis/other> ,
    <threshold/lab/policy/1/cyber/basis/model-capability> ;
  pledge:assessability <threshold/lab/policy/1/cyber/assessability> ;
  pledge:rationaleGiven true ; pledge:locator "section 2" ; dcterms:source <https://lab.example/> .
<threshold/lab/policy/1/cyber/basis/other> a pledge:ThresholdBasis ;
  pledge:basisType code:basis-other ; pledge:criterion "The size of the model."@en .
<threshold/lab/policy/1/cyber/basis/model-capability> a pledge:ThresholdBasis ;
  pledge:basisType code:basis-model-capability ; pledge:criterion "Half of all tasks."@en ;
  pledge:metric <threshold/lab/policy/1/cyber/basis/model-capability/metric> ;
  pledge:comparator code:comparator-at-least ;
  pledge:value <threshold/lab/policy/1/cyber/basis/model-capability/value> .
<threshold/lab/policy/1/cyber/basis/model-capability/metric> a pledge:ThresholdMetric ;
  skos:prefLabel "Share of tasks"@en .
<threshold/lab/policy/1/cyber/basis/model-capability/value> a qudt:QuantityValue ;
  qudt:numericValue 0.5 ; qudt:hasUnit <http://qudt.org/vocab/unit/UNITLESS> .
<threshold/lab/policy/1/cyber/assessability> a pledge:Assessability ;
  pledge:assessabilityStatus code:assessability-not-reviewed .
<document/report> a pledge:Document ; dcterms:title "Report"@en ; dcterms:identifier "report" ;
  dcterms:publisher <agent/lab-research> ; schema:url <https://lab.example/report> ;
  pledge:availability code:availability-not-checked ; pledge:notIndependentOf <campaign/index> .
"""

JUDGEMENTS = """
<evidence/lab/e10> a pledge:Evidence ; dcterms:identifier "lab/e10" ;
  pledge:statement "It sets a line for cyber."@en ; pledge:passageOf <version/lab/policy/1> ;
  pledge:locator "section 2" ; pledge:aboutOrganisation <organisation/lab> ;
  pledge:evidenceType code:evidence-framework-text .
<evidence/lab/e2> a pledge:Evidence ; dcterms:identifier "lab/e2" ;
  pledge:statement "It ran tests."@en ; pledge:passageOf <document/report> ;
  pledge:noLocatorBecause "It is one page."@en ; pledge:aboutOrganisation <organisation/lab> ;
  pledge:evidenceType code:evidence-other ; pledge:sourceQuality code:quality-mirror ;
  pledge:qualityNote "Read in a copy."@en .
<evidence/lab/e2/bearing/II> a pledge:Bearing ; pledge:ofEvidence <evidence/lab/e2> ;
  pledge:bearsOn <provision/seoul-2024/II> ; pledge:direction code:bearing-supports ;
  pledge:drawnBy <agent/pledgegraph-editors> ; pledge:drawnOn "2026-11-23"^^xsd:date ;
  earl:mode earl:semiAuto ; pledge:reviewState code:review-drafted .
<evidence/lab/e2/bearing/II.g> a pledge:Bearing ; pledge:ofEvidence <evidence/lab/e2> ;
  pledge:bearsOn req:II.g ; pledge:direction code:bearing-contradicts ;
  pledge:drawnBy <agent/index> ; pledge:drawnOn "2026-11-24"^^xsd:date ;
  earl:mode earl:manual ; pledge:reviewState code:review-second-read ;
  pledge:because "No reason is given."@en .
<campaign/index> a pledge:AssessmentCampaign ; dcterms:title "Index"@en ;
  dcterms:identifier "index" ; dcterms:description "Two labs."@en ;
  prov:wasAssociatedWith <agent/index> ; schema:url <https://index.example/> ;
  pledge:usesScale <scale/index> ; dcterms:abstract "Most are partial."@en .
<scale/index> a pledge:RatingScale ; dcterms:title "Index"@en ; dcterms:description "Words."@en ;
  schema:worstRating "0"^^xsd:decimal ; schema:bestRating 4.3 .
<scale/index/value/full> a skos:Concept ; skos:inScheme <scale/index> ; skos:prefLabel "full"@en ;
  skos:definition "All of it."@en ; skos:notation "full" ; pledge:position 2 .
<scale/index/value/none> a skos:Concept ; skos:inScheme <scale/index> ; skos:prefLabel "none"@en ;
  skos:definition "None of it."@en ; skos:notation "none" ; pledge:position 1 .
<criterion/index/thresholds> a pledge:AssessmentCriterion ; skos:prefLabel "Thresholds"@en ;
  dcterms:isPartOf <campaign/index> ; skos:closeMatch <provision/seoul-2024/II> .
<assessment/lab/2> a pledge:Assessment ; earl:assertedBy <agent/index> ;
  earl:subject <version/lab/policy/1> ; earl:test <criterion/index/thresholds> ;
  earl:result <assessment/lab/2/result> ; pledge:onScale <scale/index> ;
  pledge:inCampaign <campaign/index> ; pledge:edition "2026" ; pledge:resultAsStated "full, 2.5" ;
  pledge:aspect code:aspect-stated ; pledge:asOf "2026-01-01"^^xsd:date ; pledge:isTabled true ;
  dcterms:hasPart <assessment/lab/10> ; dcterms:source <https://index.example/lab> .
<assessment/lab/2/result> a earl:TestResult ; pledge:score 2.5 ;
  pledge:rating <scale/index/value/full> .
<assessment/lab/10> a pledge:Assessment ; earl:assertedBy <agent/index> ;
  earl:subject <organisation/lab> ; earl:test <criterion/index/thresholds> ;
  earl:result <assessment/lab/10/result> ; pledge:onScale <scale/index> ; pledge:edition "2025" ;
  pledge:resultAsStated "unclear" ; pledge:aspect code:aspect-unstated ;
  dcterms:source <https://index.example/lab> .
<assessment/lab/10/result> a earl:TestResult .
"""

TIMES = """
<event/paris-2025> a pledge:SummitEvent ; rdfs:label "Summit"@en ;
  pledge:eventKind code:event-summit ; schema:startDate "2025-02-10"^^xsd:date ;
  pledge:startEarliest "2025-02-10"^^xsd:date ; pledge:startLatest "2025-02-10"^^xsd:date ;
  schema:endDate "2025-02-11"^^xsd:date ; dcterms:source <https://summit.example/> .
<event/joining> a pledge:Event ; rdfs:label "Joining"@en ; pledge:eventKind code:event-joining ;
  schema:startDate "2025-02"^^xsd:gYearMonth ;
  pledge:startEarliest "2025-02-01"^^xsd:date ; pledge:startLatest "2025-02-28"^^xsd:date ;
  pledge:aboutOrganisation <organisation/lab> .
<event/paris-2025/deadline/PRE.e> a pledge:Deadline ; pledge:deadlineFor req:PRE.e ;
  pledge:atEvent <event/paris-2025> ; pledge:dueDate "2025-02-11"^^xsd:date ;
  pledge:disagreement "Others say the day before."@en .
<search/lab/2025-12-09> a pledge:Search ; pledge:searchedFor <organisation/lab> ;
  pledge:sought <provision/seoul-2024/PRE> ; pledge:publication code:publication-none-found ;
  pledge:searchedOn "2025-12-09"^^xsd:date .
<commitment-set/house> a pledge:CommitmentSet ; dcterms:title "House"@en ;
  dcterms:identifier "house" ; pledge:nature "Voluntary."@en ; dcterms:issued "2023"^^xsd:gYear ;
  pledge:issuedEarliest "2023-01-01"^^xsd:date ; pledge:issuedLatest "2023-12-31"^^xsd:date ;
  schema:url <https://house.example/> .
<commitment-set/house/clause/2> a pledge:Clause ;
  pledge:clauseOf <commitment-set/house> ; dcterms:description "Report."@en ; pledge:position 2 .
<commitment-set/house/clause/1> a pledge:Clause ; pledge:clauseOf <commitment-set/house> ;
  dcterms:description "Test."@en ; pledge:position 1 .
<crosswalk/II/house> a pledge:CrosswalkLink ;
  pledge:linksProvision <provision/seoul-2024/II> ;
  pledge:linksSet <commitment-set/house> ; pledge:clauseCited "1" ;
  pledge:crosswalkRelation code:crosswalk-weaker ; pledge:because "It has no lines."@en ;
  pledge:drawnBy <agent/pledgegraph-editors> ; pledge:drawnOn "2026-11-23"^^xsd:date ;
  earl:mode earl:semiAuto ; pledge:reviewState code:review-drafted .
<dataset> a dcat:Dataset ; dcterms:title "Small"@en ; dcterms:description "A sample."@en ;
  pledge:knownTo "2026-11-23"^^xsd:date .
"""

TURTLE = PREFIXES + PARTIES + TEXTS + JUDGEMENTS + TIMES


def read_small(service: Service, *edits: tuple[str, str]) -> Records:
    """Read the sample with the first of each pair replaced by the second."""
    text = TURTLE
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    shipped = tuple(
        f for f in service.files if f.name.startswith(("ontology/codes/", "data/instrument/"))
    )
    files = (*shipped, turtle_file(text, NAME))
    return read_records(EmbeddedStore.from_files(files), files)


def check_refused(service: Service, old: str, new: str, message: str) -> None:
    """Check that the sample with `new` for `old` is refused by that `message` on a subject of it.

    The message starts with what follows `id/` in the IRI of the subject.
    """
    with pytest.raises(DataError) as caught:
        read_small(service, (old, new))
    assert str(caught.value) == f"{NAME}, {ID}{message}"
