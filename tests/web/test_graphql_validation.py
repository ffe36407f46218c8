"""Reports on versions over GraphQL, with real workers behind a real server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import Busy
from pledgegraph.settings import Settings
from pledgegraph.validation.findings import ValidationReport
from pledgegraph.validation.pool import WorkerPool
from pledgegraph.web import app as module
from pledgegraph.web.app import create_app
from tests.live import serve

G42 = 'organisation: "g42", framework: "frontier-ai-safety-framework", version: "2025-02-06"'
ASKED = """{
  slug
  record: validation { verdict passed violations warnings infos subjects claims }
  commitment: validation(profile: COMMITMENT) {
    passed violations warnings infos
    findings(filter: {rule: $rules}) { nodes { ruleId severity subject rule { severity } } }
  }
  fullCommitments: validation(profile: FULL_COMMITMENTS) { violations warnings infos }
}"""
QUERY = f"query ($rules: [String!]) {{ frameworkVersion({G42}) {ASKED} }}"

IN_A_PROCESS = """
import asyncio, sys
import httpx
from pledgegraph.bootstrap import open_service
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app

async def ask(app, query):
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        return (await client.post("/graphql", json={"query": query})).json()

app = create_app(open_service(Settings()), Settings(validation_workers=1))
found = asyncio.run(ask(app, sys.argv[1]))
print(found["data"]["frameworkVersion"]["validation"]["passed"])
print(sorted({"rdflib", "rdflib_turbo", "pyshacl", "pyshacl_turbo"} & set(sys.modules)))
"""


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    settings = Settings(validation_workers=1)
    with (
        serve(create_app(service, settings)) as url,
        httpx.Client(base_url=url, timeout=120) as client,
    ):
        yield client


def post(client: httpx.Client, query: str, **variables: Any) -> httpx.Response:
    return client.post("/graphql", json={"query": query, "variables": variables})


def test_a_shipped_version_passes_as_a_record_and_lacks_what_is_not_described(
    client: httpx.Client,
) -> None:
    version = "framework version “G42's Frontier AI Safety Framework (February 2025)”"
    found = post(client, QUERY, rules=["P-I.a", "P-I.e", "P-I.d"]).json()
    assert found == {
        "data": {
            "frameworkVersion": {
                "slug": "2025-02-06",
                "record": {
                    "verdict": "PASSED",
                    "passed": True,
                    "violations": 0,
                    "warnings": 0,
                    "infos": 0,
                    "subjects": 23,
                    "claims": 0,
                },
                "commitment": {
                    "passed": False,
                    "violations": 40,
                    "warnings": 18,
                    "infos": 16,
                    "findings": {
                        "nodes": [
                            {
                                "ruleId": rule,
                                "severity": severity,
                                "subject": version,
                                "rule": {"severity": severity},
                            }
                            for rule, severity in (
                                ("P-I.a", "VIOLATION"),
                                ("P-I.e", "WARNING"),
                                ("P-I.d", "INFO"),
                            )
                        ]
                    },
                },
                # Of the notes, 11 are on best practices that may be shown elsewhere.
                "fullCommitments": {"violations": 40, "warnings": 29, "infos": 5},
            }
        }
    }


def test_what_was_checked_once_is_told_again_without_a_worker(
    client: httpx.Client, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = f"{{ frameworkVersion({G42}) {{ validation {{ passed statement }} }} }}"
    assert post(client, query).json()["data"]["frameworkVersion"]["validation"]["passed"]
    monkeypatch.setattr(WorkerPool, "validate_version", refuse)
    again = f"{{ frameworkVersion({G42}) {{ slug validation {{ verdict }} }} }}"
    assert post(client, again).json()["data"]["frameworkVersion"]["validation"] == {
        "verdict": "PASSED"
    }


def refuse(*_: Any, **__: Any) -> ValidationReport:
    raise Busy(service="validation", seconds=20)


def test_a_busy_service_answers_the_rest_and_keeps_nothing(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    class BusyPool(WorkerPool):
        validate_version = refuse

    monkeypatch.setattr(module, "WorkerPool", BusyPool)
    query = f"{{ frameworkVersion({G42}) {{ slug validation {{ passed }} }} }}"
    with serve(create_app(service, Settings())) as url, httpx.Client(base_url=url) as client:
        found = post(client, query)
    assert (found.status_code, found.headers["cache-control"]) == (200, "no-store")
    answer = found.json()
    assert answer["data"] == {"frameworkVersion": {"slug": "2025-02-06", "validation": None}}
    assert [error["extensions"] for error in answer["errors"]] == [
        {"code": "BUSY", "service": "validation", "seconds": 20}
    ]


def test_what_serves_never_loads_an_engine(repository: Path) -> None:
    query = f"{{ frameworkVersion({G42}) {{ validation {{ passed }} }} }}"
    done = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS, query],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "True\n[]\n", done.stderr
