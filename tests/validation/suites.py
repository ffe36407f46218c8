"""Small test suites in the form of the W3C's, written to a folder."""

from __future__ import annotations

from pathlib import Path

PREFIXES = """
@prefix e: <https://example.org/> .
@prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix sht: <http://www.w3.org/ns/shacl-test#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
NAMED = """
e:S a sh:NodeShape ; sh:targetNode e:x ; sh:property e:S-name .
e:S-name a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 ; sh:message "Name it." .
"""
UNNAMED_FOUND = """[
  a sh:ValidationReport ; sh:conforms false ; sh:result [
    a sh:ValidationResult ; sh:focusNode e:x ; sh:resultPath e:name ;
    sh:resultSeverity sh:Violation ; sh:sourceShape e:S-name ;
    sh:sourceConstraintComponent sh:MinCountConstraintComponent ] ]"""
PASSES = "[ a sh:ValidationReport ; sh:conforms true ]"
MINUS = """
e:S a sh:NodeShape ; sh:targetNode e:x ; sh:sparql e:S-query .
e:S-query sh:select "SELECT $this WHERE { $this ?p ?o MINUS { $this ?p 1 } }" .
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write `files` below `folder`, each after the prefixes above, and return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PREFIXES + text, encoding="utf-8")
    return folder


def write_test(name: str, expected: str, *, more: str = "") -> str:
    """Return a manifest with one test, of the graph that the manifest itself is."""
    return f"""
    <> a mf:Manifest ; mf:entries ( <{name}> ) .
    <{name}> a sht:Validate ; mf:result {expected} ; mf:status sht:approved ;
      mf:action [ sht:dataGraph <> ; sht:shapesGraph <> ] .
    {more}
    """


def include(*files: str) -> str:
    """Return a manifest that includes `files`."""
    return "<> a mf:Manifest ; mf:include " + " , ".join(f"<{file}>" for file in files) + " ."
