"""Who drew a judgement, when, how, and who has read it since: what every reading of ours states."""

from pledgegraph.model import Attribution
from pledgegraph.reader.ground import Ground
from pledgegraph.reader.links import linked
from pledgegraph.reader.node import Node
from pledgegraph.terms import EARL, PLEDGE


def read_attribution(node: Node, ground: Ground) -> Attribution:
    """Return who drew the judgement `node`, and how."""
    return Attribution(
        drawn_by=linked(ground.agents, node, node.iri_of(PLEDGE.drawnBy)),
        drawn_on=node.date_of(PLEDGE.drawnOn),
        mode=read_mode(node),
        review_state=ground.codes.get(node, PLEDGE.reviewState, scheme="review"),
    )


def read_mode(node: Node) -> str:
    """Return how `node` was made, in the terms of EARL, such as semiAuto."""
    mode = node.iri_of(EARL.mode)
    if not mode.startswith(EARL.base):
        raise node.problem(EARL.mode, f"{mode} is no mode of EARL", "such as earl:semiAuto")
    return mode.removeprefix(EARL.base)
