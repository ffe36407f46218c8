"""The report on the record of one version, with what a reader has to know to read it rightly."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.severity import Severity
from pledgegraph.validation.findings import ValidationReport

_OF_THE_RECORD: Final = (
    "A finding speaks of the record that is kept here of this version, and not of the organisation"
)
_NOT_REVIEWED: Final = (
    "no claim about it is on record, so its text has not been read for these requirements here "
    "(not reviewed), and what the findings miss may well be in it"
)


@dataclass(frozen=True, slots=True)
class EngineUsed:
    """What ran the shapes."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class VersionReport:
    """The `report` on the version with the IRI `version`, about which `claims` are on record."""

    version: str
    report: ValidationReport
    claims: int

    @property
    def iri(self) -> str:
        """What tells it from other reports; no address."""
        return f"{self.version} {self.report.profile.value}"

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        return self.report.counts

    @property
    def engine(self) -> EngineUsed:
        """What ran the shapes."""
        return EngineUsed(self.report.engine, self.report.engine_version)

    @property
    def statement(self) -> str:
        """What its findings speak of, and what they cannot say, in one sentence."""
        return _OF_THE_RECORD + (f"; {_NOT_REVIEWED}." if self.claims == 0 else ".")
