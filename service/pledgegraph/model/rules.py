"""What is asked of a file: the rules of the shapes, and examples that keep and break them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pledgegraph.severity import Severity

_QUOTED: Final = re.compile(r"“[^”]*”")
_END: Final = re.compile(r"(?:(?<=[.!?])|(?<=[.!?]”))\s+(?=[^\sa-z])")
_ABSENCE: Final = "If "
_FEWEST_WITH_WORDS: Final = 3


class TargetKind(StrEnum):
    """How a shape says what it is for (https://www.w3.org/TR/shacl/#targets)."""

    CLASS = "class"
    SUBJECTS_OF = "subjects-of"
    OBJECTS_OF = "objects-of"
    NODE = "node"


@dataclass(frozen=True, slots=True)
class Target:
    """What a rule is for: `iri` is a class, a property or a node, `label` its name in words.

    `includes` holds of a class the class itself and those below it, else just `iri`.
    """

    kind: TargetKind
    iri: str
    label: str
    includes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleBranch:
    """One of the ways in which a rule can be kept."""

    iri: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class RuleProfile:
    """What may be asked of a file, by its `token`; `runs` are the tokens of all that it asks for.

    A profile of another asks for what that asks for too.
    """

    iri: str
    token: str
    title: str
    description: str
    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MessageParts:
    """A message cut into what a submitter needs to know, each part whole sentences or empty."""

    problem: str
    asked: str
    remedy: str
    absence: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape that a finding may name: one with a target, or a part of such a one.

    `message` is what a submitter reads. `requirements` are IRIs of statements of the commitments,
    in reading order; a part has those, the profiles (tokens), the first version and the targets of
    what it is part of. `subject` is the folder and `file` the file it stands in. `path` is written
    as SPARQL writes it, and `path_starts` are its first properties, those with `^` in front that it
    follows backwards. With `is_exclusive` only one of the `branches` may be kept. `uses` are IRIs
    of shapes and queries that are no rules, and that it is made with.
    """

    iri: str
    identifier: str
    name: str
    description: str
    message: str
    severity: Severity
    severity_because: str | None
    requirements: tuple[str, ...]
    profiles: tuple[str, ...]
    since: str
    subject: str
    file: str
    targets: tuple[Target, ...]
    path: str | None
    path_in_words: str | None
    path_starts: tuple[str, ...]
    branches: tuple[RuleBranch, ...]
    is_exclusive: bool
    parents: tuple[str, ...]
    parts: tuple[str, ...]
    uses: tuple[str, ...]

    @property
    def problem(self) -> str:
        """What is wrong: the first sentence of the message."""
        return split_message(self.message)[0]

    @property
    def remedy(self) -> str:
        """What to add or change: the rest of the message, empty when it is one sentence."""
        return split_message(self.message)[1]

    @property
    def is_part(self) -> bool:
        """Whether it is part of another rule."""
        return bool(self.parents)

    @property
    def message_parts(self) -> MessageParts:
        """The message in its parts; only a rule on the commitments quotes and tells of absence.

        Such a message says, in this order: what is missing, which words ask for it, what to add,
        and how to say honestly that it is absent.
        """
        problem, *rest = list_sentences(self.message)
        asked = absence = ""
        if self.requirements and len(rest) + 1 >= _FEWEST_WITH_WORDS:
            if rest[-1].startswith(_ABSENCE):
                absence = rest.pop()
            if "“" in rest[0]:
                asked = rest.pop(0)
        return MessageParts(problem, asked, " ".join(rest), absence)


@dataclass(frozen=True, slots=True)
class RuleExample:
    """A piece of Turtle that keeps a rule, or breaks it.

    `rule` is the IRI of the rule that it was written for, which may be a part of the one it is
    shown with. `text` is the whole of `file` without its head, or where not `is_whole` what it says
    of one subject. With `is_absence` it keeps the rule by saying honestly that something is absent.
    """

    rule: str
    file: str
    description: str
    text: str
    is_good: bool
    is_whole: bool
    is_absence: bool = False


def split_message(message: str) -> tuple[str, str]:
    """Return the first sentence of a message, and the rest of it.

    >>> split_message("It has no label. Add one.")
    ('It has no label.', 'Add one.')
    """
    problem, _, remedy = message.partition(". ")
    return (f"{problem}." if remedy else problem), remedy


def list_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text`; what stands between quotation marks is never divided.

    >>> list_sentences("It is not told. I.a asks for “a. b. C.” Add it, e.g. so. Or say why.")
    ('It is not told.', 'I.a asks for “a. b. C.”', 'Add it, e.g. so.', 'Or say why.')
    """
    return tuple(_divide(text))


def _divide(text: str) -> Iterator[str]:
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    start = 0
    for end in _END.finditer(text):
        if not any(first < end.start() < last for first, last in quoted):
            yield text[start : end.start()]
            start = end.end()
    yield text[start:]
