"""What records say that versions do about requirements, from the graph."""

from collections.abc import Mapping

from pledgegraph.model import Claim, Evidence, FrameworkVersion
from pledgegraph.reader.attribution import read_mode
from pledgegraph.reader.ground import Ground
from pledgegraph.reader.links import by_iri, iri_among, iris_among
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.reader.order import natural_key
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import PLEDGE


def read_claims(
    store: GraphStore,
    ground: Ground,
    versions: tuple[FrameworkVersion, ...],
    evidence: tuple[Evidence, ...],
) -> tuple[Claim, ...]:
    """Return the claims in the order of the versions they are about, then of the requirements."""
    nodes = read_nodes(store, PLEDGE.Claim)
    known, cited = by_iri(versions), by_iri(evidence)
    found = [_claim(node, ground, known, cited) for node in nodes.values()]
    version_place = {iri: number for number, iri in enumerate(known)}
    place = {iri: number for number, iri in enumerate(ground.statements)}

    def key(claim: Claim) -> tuple[object, ...]:
        return (version_place[claim.version], place[claim.requirement], claim.iri)

    return tuple(sorted(found, key=key))


def _claim(
    node: Node,
    ground: Ground,
    versions: Mapping[str, FrameworkVersion],
    evidence: Mapping[str, Evidence],
) -> Claim:
    cited = iris_among(node, PLEDGE.cites, evidence, kind="evidence")
    return Claim(
        iri=node.iri,
        version=iri_among(node, PLEDGE.claimAbout, versions, kind="framework version"),
        requirement=iri_among(
            node, PLEDGE.answers, ground.answerable, kind="requirement or exception clause"
        ),
        coverage=ground.codes.get(node, PLEDGE.coverage, scheme="coverage"),
        because=node.find_text(PLEDGE.because),
        evidence=tuple(sorted(cited, key=natural_key)),
        mode=read_mode(node),
        review_state=ground.codes.get(node, PLEDGE.reviewState, scheme="review"),
    )
