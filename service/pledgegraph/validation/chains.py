"""How long the chains of a file are: subclasses of subclasses, versions that replace versions.

An engine may take a step of its own depth for each link, and fail where there are too many. So they
are counted first, in linear time. Promises never to count too few. Imports no third party.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from pledgegraph.errors import LimitExceeded
from pledgegraph.store.term import Term, Triple
from pledgegraph.terms import DCTERMS, ORG, PLEDGE, RDFS, SKOS

MAX_LINKS: Final = 200

_FOLLOWED: Final = frozenset(
    (
        RDFS.subClassOf,
        SKOS.broader,
        ORG.subOrganizationOf,
        DCTERMS.replaces,
        PLEDGE.reissueOf,
        PLEDGE.replacesFramework,
        PLEDGE.stricterThan,
        PLEDGE.translationOf,
    )
)
"""What shapes and engines follow from one thing to the next, however far it leads."""


def check_chains(triples: Iterable[Triple]) -> None:
    """Return when the engine can follow the chains in `triples` to their ends.

    Raises:
        LimitExceeded: there is one of more than 200 links.
    """
    links: dict[Term, set[Term]] = {}
    for subject, predicate, value in triples:
        if predicate in _FOLLOWED:
            links.setdefault(subject, set()).add(value)
    found = _count_links(links)
    if found > MAX_LINKS:
        raise LimitExceeded(
            limit="chain-links",
            maximum=MAX_LINKS,
            found=found,
            remedy="make the chain of classes, codes, versions, thresholds or owners shorter",
        )


def _count_links(links: Mapping[Term, set[Term]]) -> int:
    """Return the links of the longest chain; all that is in or behind a circle counts as one."""
    waiting = Counter(after for afters in links.values() for after in afters)
    ready = [node for node in links if node not in waiting]
    depths: Counter[Term] = Counter()
    longest = 0
    while ready:
        node = ready.pop()
        longest = max(longest, depths[node])
        for after in links.get(node, ()):
            depths[after] = max(depths[after], depths[node] + 1)
            waiting[after] -= 1
            if waiting[after] == 0:
                ready.append(after)
    return longest + sum(count > 0 for count in waiting.values())
