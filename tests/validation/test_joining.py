"""`pledgegraph.validation.joining`."""

from __future__ import annotations

import pytest

from pledgegraph.store.term import Iri, Triple
from pledgegraph.store.term import Literal as Text
from pledgegraph.terms import XSD
from pledgegraph.validation.explanation import explain_faults
from pledgegraph.validation.faults import DECLARED, Fault, list_literal_faults
from pledgegraph.validation.joining import join_findings
from tests.validation.samples import E, explain, graph_of

DATES = """
e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-d , e:S-e ; sh:sparql e:S-q ;
  sh:message 'It spans {?value}. Mend it.'@en .
e:S-d a sh:PropertyShape ; sh:path e:d ; sh:datatype xsd:date ; sh:message 'No day. Add one.'@en .
e:S-e a sh:PropertyShape ; sh:path e:e ; sh:or ( e:Day ) ; sh:message 'No day. Add one.'@en .
e:Day a sh:NodeShape ; sh:datatype xsd:date ; sh:message 'No day. Write one.'@en .
e:S-q sh:select 'SELECT $this ?path ?value WHERE { $this ?path ?value FILTER(ISLITERAL(?value)) }' .
"""


@pytest.mark.parametrize(
    ("path", "told"),
    [("e", ["Or"]), ("d", ["Datatype"]), ("f", ["Datatype"])],
)
def test_one_cause_is_told_once(path: str, told: list[str]) -> None:
    data = f"e:x a e:C ; e:{path} '2025-13-01'^^xsd:date ."
    triple = Triple(Iri(E + "x"), Iri(E + path), Text("2025-13-01", XSD["date"]))
    faults = explain_faults(list_literal_faults([triple]), data=graph_of(data), places={})
    found = join_findings(explain(DATES, data, engine="reference"), faults)
    assert [f.component for f in found] == told


def test_causes_apart_are_told_apart() -> None:
    data = "e:x a e:C ; e:d 'a' ."
    faults = explain_faults(
        [Fault(Iri(E + "x"), Iri(E + "d"), Text("a"), DECLARED, "No. Mend.")],
        data=graph_of(data),
        places={},
    )
    found = join_findings(explain(DATES, data), faults)
    assert [f.component for f in found] == ["SPARQL", "Datatype", "Vocabulary"]
