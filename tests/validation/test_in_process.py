"""`pledgegraph.validation.in_process`."""

from __future__ import annotations

import pytest

from pledgegraph.errors import InvalidArgument, NotFound
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.validation.in_process import InProcess
from pledgegraph.validation.profiles import Profile
from tests.samples import turtle_file
from tests.validation.samples import PREFIXES

FILES = [
    turtle_file(
        PREFIXES
        + """
        PREFIX p: <https://w3id.org/pledgegraph/ns#>
        PREFIX s: <https://w3id.org/pledgegraph/shapes#>
        s:S a sh:NodeShape ; sh:targetClass p:FrameworkVersion ; sh:property s:S-name ;
          dcterms:isPartOf <https://w3id.org/pledgegraph/profile/commitment> .
        s:S-name a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 .
        """,
        "shapes/sample/shapes.ttl",
    ),
    turtle_file("<x:v> a <https://w3id.org/pledgegraph/ns#FrameworkVersion> ."),
]


def create(engine: str = "turbo") -> InProcess:
    return InProcess(EmbeddedStore.from_files(FILES), FILES, engine=engine)


def test_a_version_is_checked_in_the_profile_asked_for() -> None:
    checks = create()
    report = checks.validate_version("x:v", profile=Profile.COMMITMENT)
    assert [finding.rule for finding in report.findings] == ["S-name"]
    assert checks.validate_version("x:v").findings == ()
    with pytest.raises(NotFound):
        checks.validate_version("x:w")


def test_what_is_loaded_is_loaded_when_it_is_needed() -> None:
    checks = create(engine="none")
    with pytest.raises(InvalidArgument, match="engine: there is none called “none”"):
        checks.validate_version("x:v")
