"""A corpus of any size, the same for the same seed: what is shipped, and made-up organisations.

Promises files of the shape of those in `data/`, with every link that these have, which the reader
reads and the shapes find nothing in. The organisations, their words and their addresses are made
up; so no figure that comes of them says anything about anyone. What is shipped stands in it
unchanged, so an answer about the twenty signatories is the same bytes at every size.
"""

import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from pledgegraph.resources import FOLDERS, find_resources

SEED: Final = 20_240_521

PROVISIONS: Final = (
    *("PRE", "CHG", "I", "II", "III", "IV", "V", "VI", "VII", "VIII"),
    *(f"BP{n}" for n in range(1, 9)),
)
"""The eighteen that evidence bears on, as the columns of a comparison stand."""

_REQUIREMENTS: Final = dict(
    zip(
        PROVISIONS,
        (
            *("PRE.a", "CHG.b", "I.a", "II.a", "III.a", "IV.a", "V.a", "VI.a", "VII.a", "VIII.a"),
            *("BP1.a", "BP2", "BP3.a", "BP4.a", "BP5.a", "BP6.a", "BP7", "BP8"),
        ),
        strict=True,
    )
)
"""A requirement in each provision."""

# As often as in what is shipped: 247, 182 and 57 of 486.
_DIRECTIONS: Final = {"supports": 51, "partly-supports": 37, "contradicts": 12}
_RISKS: Final = ("biological", "cyber-offence", "autonomy-and-ai-research", "cross-domain")
_EVIDENCE: Final = 24
_THRESHOLDS: Final = (3, 4)
_ASSESSMENTS: Final = ("overall", "risk-analysis-and-evaluation", "risk-governance")

_PREFIXES: Final = """\
@prefix code: <https://w3id.org/pledgegraph/code#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix earl: <http://www.w3.org/ns/earl#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix pledge: <https://w3id.org/pledgegraph/ns#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

_ID: Final = "https://w3id.org/pledgegraph/id"
_INSTRUMENT: Final = "seoul-2024"
_SITE: Final = "https://example.org"


def write_corpus(folder: Path, organisations: int, *, seed: int = SEED) -> None:
    """Write into `folder` what is shipped with as many `organisations` made up beside it.

    Raises:
        FileExistsError: the folder holds a corpus already.
    """
    resources = find_resources()
    for name in FOLDERS:
        shutil.copytree(resources.root / name, folder / name)
    for number in range(1, organisations + 1):
        # One source of chance for each: the first hundred are the same in a corpus of a thousand.
        chance = random.Random(f"{seed}/{number}")
        slug = f"made-up-{number:05}"
        for kind, subjects in _describe(slug, number, chance):
            text = "\n".join([_PREFIXES, *subjects])
            (folder / "data" / kind / f"{slug}.ttl").write_text(text, "utf-8")


def _describe(slug: str, number: int, chance: random.Random) -> Iterator[tuple[str, Iterator[str]]]:
    """Give the subjects of each file about one organisation, by the folder it stands in."""
    first = date(2024, 6, 1) + timedelta(days=chance.randrange(250))
    second = first + timedelta(days=90 + chance.randrange(300))
    yield "organisations", _describe_organisation(slug, number)
    yield "frameworks", _describe_frameworks(slug, (first, second), chance)
    yield "documents", _describe_documents(slug, (first, second))
    yield "evidence", _describe_evidence(slug, chance)
    yield "assessments", _describe_assessments(slug, chance)


def _describe_organisation(slug: str, number: int) -> Iterator[str]:
    iri = f"{_ID}/organisation/{slug}"
    yield f"""<{iri}> a org:FormalOrganization ;
  skos:prefLabel "Made-up organisation {number}"@en ;
  dcterms:identifier "{slug}" ;
  dcterms:source <{_SITE}/{slug}/about> ;
  schema:legalName "Made-up Organisation {number} Ltd" ;
  schema:url <{_SITE}/{slug}> .
"""
    yield f"""<{iri}/endorsement/{_INSTRUMENT}> a pledge:Endorsement ;
  {_issued(date(2024, 5, 21))}
  dcterms:source <{_SITE}/{slug}/signed> ;
  pledge:cohort code:cohort-original-list ;
  pledge:endorsedBy <{iri}> ;
  pledge:endorses <{_ID}/instrument/{_INSTRUMENT}> ;
  pledge:listedIn <{_ID}/edition/{_INSTRUMENT}/2025-02-07> .
"""
    yield f"""<{iri}/headquartering/US> a pledge:Headquartering ;
  dcterms:source <{_SITE}/{slug}/about> ;
  pledge:headquarteredOrganisation <{iri}> ;
  pledge:inCountry <http://publications.europa.eu/resource/authority/country/USA> .
"""


def _describe_frameworks(
    slug: str, days: tuple[date, date], chance: random.Random
) -> Iterator[str]:
    work = f"{slug}/safety-framework"
    yield f"""<{_ID}/framework/{work}> a pledge:Framework ;
  dcat:landingPage <{_SITE}/{slug}/framework> ;
  dcterms:identifier "safety-framework" ;
  dcterms:title "Safety Framework of {slug}"@en ;
  pledge:frameworkOf <{_ID}/organisation/{slug}> .
"""
    for number, (day, thresholds) in enumerate(zip(days, _THRESHOLDS, strict=True), start=1):
        names = [f"{_ID}/threshold/{work}/{number}-0/level-{n}" for n in range(1, thresholds + 1)]
        replaces = f"dcterms:replaces <{_ID}/version/{work}/1-0> ;" if number > 1 else ""
        yield f"""<{_ID}/version/{work}/{number}-0> a pledge:FrameworkVersion ;
  dcat:mediaType <https://www.iana.org/assignments/media-types/application/pdf> ;
  dcat:version "{number}.0" ;
  dcterms:identifier "{number}-0" ;
  {_issued(day)}
  dcterms:language "en" ;
  {replaces}
  dcterms:source <{_SITE}/{slug}/framework> ;
  dcterms:title "Safety Framework of {slug}, version {number}.0"@en ;
  pledge:availability code:availability-available ;
  pledge:dateBasis code:datebasis-title-page ;
  pledge:definesThreshold {" , ".join(f"<{name}>" for name in names)} ;
  pledge:publication code:publication-published ;
  pledge:versionOf <{_ID}/framework/{work}> ;
  schema:url <{_SITE}/{slug}/framework-{number}.pdf> .
"""
        for place, name in enumerate(names, start=1):
            yield from _describe_threshold(name, slug, place, chance)
    yield f"""<{_ID}/version/{work}/2-0/change> a pledge:Change ;
  dcterms:description "One level was added, and the words of the others were made plainer."@en ;
  dcterms:source <{_SITE}/{slug}/framework> ;
  pledge:changeFrom <{_ID}/version/{work}/1-0> ;
  pledge:changeTo <{_ID}/version/{work}/2-0> ;
  pledge:reasonsStated true .
"""


def _describe_threshold(iri: str, slug: str, place: int, chance: random.Random) -> Iterator[str]:
    yield f"""<{iri}> a pledge:Threshold ;
  skos:prefLabel "Level {place} of {slug}"@en ;
  dcterms:description "A made-up level {place} at which a made-up model is said to be able."@en ;
  dcterms:identifier "level-{place}" ;
  dcterms:source <{_SITE}/{slug}/framework> ;
  pledge:assessability <{iri}/assessability> ;
  pledge:concernsRisk code:risk-{chance.choice(_RISKS)} ;
  pledge:consequence "Development is paused until measures are in place."@en ;
  pledge:exampleGiven {str(chance.random() < 0.5).lower()} ;
  pledge:hasBasis <{iri}/basis/model-capability> ;
  pledge:locator "section {place}" ;
  pledge:rationaleGiven {str(chance.random() < 0.5).lower()} .
"""
    yield f"""<{iri}/assessability> a pledge:Assessability ;
  pledge:assessabilityStatus code:assessability-not-reviewed .
"""
    yield f"""<{iri}/basis/model-capability> a pledge:ThresholdBasis ;
  pledge:basisType code:basis-model-capability .
"""


def _describe_documents(slug: str, days: tuple[date, date]) -> Iterator[str]:
    for number, day in enumerate(days, start=1):
        yield f"""<{_ID}/document/{slug}-report-{number}> a pledge:Document ;
  dcterms:identifier "{slug}-report-{number}" ;
  {_issued(day)}
  dcterms:publisher <{_ID}/organisation/{slug}> ;
  dcterms:title "Report {number} of {slug}"@en ;
  pledge:availability code:availability-not-checked ;
  schema:url <{_SITE}/{slug}/report-{number}> .
"""


def _describe_evidence(slug: str, chance: random.Random) -> Iterator[str]:
    version = f"{_ID}/version/{slug}/safety-framework"
    report = f"{_ID}/document/{slug}-report"
    # By chance, so on some there is nothing, as in what is shipped.
    for number, provision in enumerate(chance.choices(PROVISIONS, k=_EVIDENCE), start=1):
        iri = f"{_ID}/evidence/{slug}/e{number}"
        kind, source = chance.choice(
            [
                ("framework-text", f"{version}/1-0"),
                ("framework-text", f"{version}/2-0"),
                ("blog-post", f"{report}-1"),
                ("transparency-report", f"{report}-2"),
            ]
        )
        yield f"""<{iri}> a pledge:Evidence ;
  dcterms:identifier "{slug}/e{number}" ;
  pledge:aboutOrganisation <{_ID}/organisation/{slug}> ;
  pledge:evidenceType code:evidence-{kind} ;
  pledge:locator "section {number}" ;
  pledge:passageOf <{source}> ;
  pledge:statement "Made-up statement {number}, which {slug} is said to have made."@en .
"""
        [direction] = chance.choices([*_DIRECTIONS], [*_DIRECTIONS.values()])
        requirement = _REQUIREMENTS[provision]
        yield _bearing(iri, provision, f"{_ID}/provision/{_INSTRUMENT}/{provision}", direction)
        promise = f"https://w3id.org/pledgegraph/req/{_INSTRUMENT}/{requirement}"
        if chance.random() < 0.8:
            yield _bearing(iri, f"req-{requirement}", promise, direction)


def _bearing(evidence: str, name: str, promise: str, direction: str) -> str:
    return f"""<{evidence}/bearing/{name}> a pledge:Bearing ;
  earl:mode earl:semiAuto ;
  pledge:bearsOn <{promise}> ;
  pledge:direction code:bearing-{direction} ;
  pledge:drawnBy <{_ID}/agent/pledgegraph-editors> ;
  pledge:drawnOn "2026-11-23"^^xsd:date ;
  pledge:ofEvidence <{evidence}> ;
  pledge:reviewState code:review-drafted .
"""


def _describe_assessments(slug: str, chance: random.Random) -> Iterator[str]:
    for number, criterion in enumerate(_ASSESSMENTS, start=1):
        iri = f"{_ID}/assessment/{slug}/{number}"
        score = chance.randrange(101)
        yield f"""<{iri}> a pledge:Assessment ;
  dcterms:source <{_SITE}/{slug}/rating> ;
  earl:assertedBy <{_ID}/agent/saferai> ;
  earl:result <{iri}/result> ;
  earl:subject <{_ID}/organisation/{slug}> ;
  earl:test <{_ID}/criterion/saferai-2025/{criterion}> ;
  pledge:aspect code:aspect-stated ;
  pledge:edition "made up" ;
  pledge:inCampaign <{_ID}/campaign/saferai-2025> ;
  pledge:onScale <{_ID}/scale/saferai-2025-per-cent> ;
  pledge:qualityNote "A made-up number."@en ;
  pledge:resultAsStated "{score}%" ;
  pledge:sourceQuality code:quality-secondary .
"""
        yield f"""<{iri}/result> a earl:TestResult ;
  pledge:score "{score}"^^xsd:decimal .
"""


def _issued(day: date) -> str:
    """Return what is stated of a day of issue that is known exactly."""
    literal = f'"{day.isoformat()}"^^xsd:date'
    return (
        f"dcterms:issued {literal} ;\n  pledge:issuedEarliest {literal} ;\n"
        f"  pledge:issuedLatest {literal} ;"
    )
