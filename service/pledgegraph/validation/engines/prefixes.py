"""The prefixes that a query in a shape has, those that are imported included. Imports no engine."""

from rdflib import OWL, SH, Graph


def name_imported_prefixes(shapes: Graph) -> Graph:
    """Return `shapes` where a query names by itself what the prefixes that it names import.

    A query has all these prefixes (https://www.w3.org/TR/shacl/#sparql-prefixes), but an engine may
    look no further than to those that are named. Nothing is fetched. Where nothing is imported,
    it is the graph that was given.
    """
    imported = [
        (query, SH.prefixes, further)
        for query, named in shapes.subject_objects(SH.prefixes)
        for further in shapes.transitive_objects(named, OWL.imports)
        if further != named
    ]
    if not imported:
        return shapes
    whole = Graph(bind_namespaces="none")
    for triple in (*shapes, *imported):
        whole.add(triple)
    return whole
