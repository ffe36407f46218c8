"""A shape that lacks its constraint, and a record that lacks its statement, for tests of words."""

from __future__ import annotations

_PREFIXES = """
PREFIX code: <https://w3id.org/pledgegraph/code#>
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""
SHAPES = f"""{_PREFIXES}
e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:P .
e:A a sh:NodeShape ; sh:name 'A thing'@en ; sh:nodeKind sh:IRI .
e:B a sh:NodeShape ; sh:name 'A text'@en ; sh:datatype xsd:string .
e:Listed a sh:NodeShape ; sh:name 'Code'@en ; sh:property e:Listed-scheme .
e:Listed-scheme a sh:PropertyShape ; sh:path skos:inScheme ; sh:hasValue code:risk .
e:P a sh:PropertyShape ; sh:description 'A short word.'@en ; sh:path pledge:because ;"""
DATA = f"""{_PREFIXES}
pledge:Evidence rdfs:label 'evidence'@en . pledge:Threshold rdfs:label 'threshold'@en .
code:risk-a skos:inScheme code:risk . code:phase-a skos:inScheme code:phase .
e:t a pledge:Threshold . e:l a e:Lamp . e:b a e:Lamp .
e:x a e:C ; pledge:value 3 ;"""
