"""Which branches of a finding are worth telling, and what is wrong at the bottom of them.

A branch may have branches itself, such as a claim that is to be a reasoned claim. People are told
what is wrong at the end, not the way there. Imports no third party.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pledgegraph.validation.findings import Branch, Finding
from pledgegraph.validation.nearness import measure_distance

_MOST_LEAVES: Final = 5
_NOTHING: Final = "nothing"


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is wrong at the bottom of a branch, and with what, where that is not the subject."""

    about: str | None
    finding: Finding

    def tell(self, *, beside: Finding) -> str:
        """Return it in sentences, without what is told `beside` it already."""
        inner = self.finding
        facts = []
        if inner.found not in (None, _NOTHING, beside.found):
            facts.append(f"found {inner.found}")
        # Of what is missing the problem says what it is, and so it does of what is another thing.
        is_told = inner.found == _NOTHING or (inner.component == "Node" and inner.path is None)
        if inner.expected is not None and not is_told:
            facts.append(f"expected {inner.expected}")
        told = f" ({'; '.join(facts)})" if facts else ""
        about = "" if self.about is None else f"{self.about}: "
        return f"{about}{inner.problem}{told}"


def list_told(finding: Finding) -> tuple[Branch, ...]:
    """Return the branches that tell more than the message of `finding` does, nearest first.

    Such are those that hold, and those of which something is there; where one of these comes
    nearest, that one alone.
    """
    held = [branch for branch in finding.because if not branch.findings]
    begun = [branch for branch in finding.because if branch.findings and branch.is_begun]
    nearest = [branch for branch in begun if is_nearest(branch, finding)]
    return (*held, *(nearest or begun))


def is_nearest(branch: Branch, finding: Finding) -> bool:
    """Return whether `branch` failed, and is nearer to holding than any other of `finding`."""
    others = [b for b in finding.because if b is not branch and b.findings]
    distance = measure_distance(branch)
    is_alone = not branch.findings or not others
    return not is_alone and all(distance < measure_distance(other) for other in others)


def list_leaves(branch: Branch) -> tuple[Leaf, ...]:
    """Return what is wrong at the bottom of `branch`, at most five things, each once."""
    return tuple(dict.fromkeys(_leaves(branch, None)))[:_MOST_LEAVES]


def _leaves(branch: Branch, about: str | None) -> Iterator[Leaf]:
    for finding in branch.findings:
        nearest = next((b for b in list_told(finding) if b.findings), None)
        if nearest is None:
            yield Leaf(about, finding)
        else:
            yield from _leaves(nearest, nearest.value or about)
