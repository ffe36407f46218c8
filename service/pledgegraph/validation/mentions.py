"""Names in place of the IRIs and the labels that an engine filled into a message.

A shape's message is our own; what a query found is filled into it as it stands. Promises that a
message shows no blank node's label, and an IRI only between angle brackets, where nobody describes
it. Knows rdflib; must not know shapes.
"""

import re
from typing import Final

from rdflib import BNode, Graph, URIRef

from pledgegraph.validation.names import name_term

# An IRI ends where none of its characters can stand: https://www.rfc-editor.org/rfc/rfc3987#section-2.2
_IRI: Final = re.compile(r"""<?(?P<iri>https?://\w[^\s<>"“”{}|\\^`]+)>?""")
# What ends a sentence or a clause is hardly the end of an IRI.
_ENDS: Final = ".,;:!?)]’'"
_LABEL: Final = re.compile(r"(?:_:)?\b(?P<label>[A-Za-z]*[0-9a-f]{8,})\b")


def name_mentions(graph: Graph, text: str) -> str:
    """Return `text` with each IRI and each label of a blank node of `graph` by its name.

    >>> name_mentions(Graph(), "It replaces https://example.org/x, which is newer.")
    'It replaces <https://example.org/x>, which is newer.'
    """
    return _LABEL.sub(
        lambda m: _name_label(graph, m), _IRI.sub(lambda m: _name_iri(graph, m), text)
    )


def _name_iri(graph: Graph, match: re.Match[str]) -> str:
    written = match["iri"]
    iri = written if (URIRef(written), None, None) in graph else written.rstrip(_ENDS)
    return name_term(graph, URIRef(iri)) + written[len(iri) :]


def _name_label(graph: Graph, match: re.Match[str]) -> str:
    node = BNode(match["label"])
    is_known = (node, None, None) in graph or (None, None, node) in graph
    return name_term(graph, node) if is_known else match[0]
