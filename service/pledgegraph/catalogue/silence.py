"""How far an organisation announced what it changed: the nouns, and how items are counted.

Promises that a kept commitment is in none of the counts, and that what no source tells is neither
silence nor an announcement. Imports no third party.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue.left_out import LeftOut
from pledgegraph.model import Assessment, Change, ChangeItem, Organisation

NOT_KNOWN: Final = "not-known"
"""What stands for an item whose disclosure no source tells, beside the codes of disclosure."""

SILENT_REVISION_RATE: Final = (
    "https://w3id.org/pledgegraph/id/criterion/silent-revision/silent-revision-rate"
)
"""The criterion of the study that traced every commitment, and not only those on record."""

_ANNOUNCED: Final = "announced"
_PARTLY: Final = "partly-announced"
_SILENT: Final = "silent"
_NO_ACCOUNT: Final = "no-account"


@dataclass(frozen=True, slots=True)
class SilentRevisions:
    """How far one organisation announced what it changed, as far as the items on record tell.

    Kept commitments are in none of the counts. No share is made of them: the items are those that
    somebody told of, the organisation itself above all, and no sample of what changed. `studies`
    traced every commitment; `studies_left_out` counts those that do not count at the times asked
    about, by why. `question` names what was asked.
    """

    question: str
    organisation: Organisation
    announced: int
    partly_announced: int
    silent: int
    no_account: int
    not_known: int
    studies: tuple[Assessment, ...]
    studies_left_out: tuple[LeftOut, ...]

    @property
    def iri(self) -> str:
        """What it is found by among the answers to all questions."""
        return f"{self.question} {self.organisation.iri}"

    @property
    def known(self) -> int:
        """How many items there are of which an account tells, or does not tell."""
        return self.announced + self.partly_announced + self.silent

    @property
    def silent_strictly(self) -> int:
        """How many are silent where one announced in part counts as silent."""
        return self.silent + self.partly_announced


def is_alteration(item: ChangeItem) -> bool:
    """Whether the commitment was not merely kept."""
    return item.direction.notation != "retained"


def name_disclosure(item: ChangeItem) -> str:
    """Return the code of how far `item` was announced, `NOT_KNOWN` where no source tells."""
    return NOT_KNOWN if item.disclosure is None else item.disclosure.notation


def count_silence(
    question: str,
    organisation: Organisation,
    *,
    changes: Iterable[Change],
    studies: tuple[Assessment, ...],
    studies_left_out: tuple[LeftOut, ...],
) -> SilentRevisions:
    """Return how far `organisation` announced its `changes`, beside the `studies` that count."""
    items = (i for c in changes for i in c.items if is_alteration(i))
    counts = Counter(map(name_disclosure, items))
    return SilentRevisions(
        question=question,
        organisation=organisation,
        announced=counts[_ANNOUNCED],
        partly_announced=counts[_PARTLY],
        silent=counts[_SILENT],
        no_account=counts[_NO_ACCOUNT],
        not_known=counts[NOT_KNOWN],
        studies=studies,
        studies_left_out=studies_left_out,
    )
