"""A path is written alike where a rule is shown and where a finding names it."""

from __future__ import annotations

from rdflib import SH

from pledgegraph.bootstrap import Service
from pledgegraph.validation.findings import cut
from pledgegraph.validation.names import format_path
from tests.shapes.harness import Bench


def test_rules_and_findings_write_every_path_alike(service: Service, bench: Bench) -> None:
    graph = bench.shapes.graph
    shown = {rule.iri: cut(rule.path) for rule in service.catalogue.rules if rule.path is not None}
    paths = {str(shape): path for shape, path in graph.subject_objects(SH.path)}
    told = {iri: cut(format_path(graph, paths[iri])) for iri in shown}
    assert len(shown) > 300
    assert shown == told
