"""What is written of rules beside the records: the shapes as Turtle, and their examples.

Promises the author's own lines, each piece small enough to be read on a page. Manifests and
examples are no published data: they are read when a rule of their folder is first asked for, and
kept.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Final

from pledgegraph.model import Rule, RuleExample, TargetKind
from pledgegraph.publishing.manifests import ManifestTest, read_manifest
from pledgegraph.publishing.turtle_source import Block, TurtleSource, join_blocks, split_source
from pledgegraph.resources import Resources
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile, load_file
from pledgegraph.store.term import Iri, Term
from pledgegraph.store.values import Values, group_by_subject
from pledgegraph.terms import PLEDGE, RDF

MOST_LINES: Final = 40
"""An example with more lines is cut down to its subject."""

_CLAIMED: Final = re.compile(r"\bclaim ([\w.]+) as\b")
_MANIFEST: Final = "manifest.ttl"


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it was written, and what it states."""

    name: str
    source: TurtleSource
    values: Values

    def list_subjects(self) -> tuple[str, ...]:
        """Return its subjects in the order in which they stand there."""
        return tuple(dict.fromkeys(block.subject for block in self.source.blocks))

    def get_values(self, subject: str) -> Mapping[str, tuple[Term, ...]]:
        """Return what it states of `subject`, nothing where it states none."""
        return self.values.get(Iri(subject), {})


@dataclass(frozen=True, slots=True)
class _Folder:
    """The tests of a manifest, each with its example, and the files beside which they are run."""

    examples: tuple[tuple[ManifestTest, _File], ...]
    required: tuple[_File, ...]


class ShippedRuleTexts:
    """The texts of the rules of one dataset. See `catalogue.RuleTexts` for what it promises."""

    def __init__(
        self, resources: Resources, files: Iterable[SourceFile], rules: Iterable[Rule]
    ) -> None:
        """Take the shapes among `files`; examples are looked for in `resources`."""
        self._root = resources.root
        self._shapes = tuple(file for file in files if file.name.startswith("shapes/"))
        self._rules = {rule.iri: rule for rule in rules}
        self._get_file = lru_cache(maxsize=None)(self._load_file)
        self._get_folder = lru_cache(maxsize=None)(self._load_folder)
        self._get_blocks = lru_cache(maxsize=None)(self._split_shapes)

    def load_examples(self, rule: Rule) -> tuple[RuleExample, ...]:
        """Return the examples of `rule`, good ones first; none where none was written.

        Bad ones are those of its parts too, its own first. Without a good example that names the
        rule there is one subject of a conforming example that the rule is for. Where its message
        names a claim of absence, that is one as well.

        Raises:
            DataError: a manifest or an example cannot be read.
        """
        found = (self._list_good(rule), self._list_claims(rule), self._list_bad(rule))
        return tuple(chain.from_iterable(found))

    def load_source(self, rules: Iterable[Rule]) -> str:
        """Return the shapes of `rules` as they are written, each with what it is made with.

        In the order of `rules`, each shape once.
        """
        iris = dict.fromkeys(iri for rule in rules for iri in (rule.iri, *rule.uses))
        blocks = self._get_blocks()
        return join_blocks(found for iri in iris for found in blocks.get(iri, ()))

    # --- the kinds of examples -------------------------------------------------------------

    def _list_good(self, rule: Rule) -> Iterator[RuleExample]:
        tests = self._get_folder(rule.subject).examples
        conforming = [file for test, file in tests if test.conforms]
        named = [file for test, file in tests if test.conforms and rule.iri in test.shows]
        for file in named:
            yield _create(rule, file, _list_subjects(rule, file)[:1], is_good=True)
        if not named:
            found = [(file, s) for file in conforming for s in _list_subjects(rule, file)[:1]]
            found.sort(key=lambda pair: _find_start(rule, *pair) is None)
            for file, subject in found[:1]:
                start = _find_start(rule, file, subject) or subject
                both = file.source.cut([subject, start])
                shown = [subject, start] if both.count("\n") <= MOST_LINES else [subject]
                yield _cut(rule, file, shown, is_good=True)

    def _list_claims(self, rule: Rule) -> Iterator[RuleExample]:
        named = set(_CLAIMED.findall(rule.message_parts.absence))
        for file in self._get_folder(rule.subject).required:
            claims = [
                subject
                for subject in file.list_subjects()
                for answered in file.get_values(subject).get(PLEDGE.answers, ())
                if str(answered).rpartition("/")[2] in named
            ]
            if claims:
                yield replace(_cut(rule, file, claims[:1], is_good=True), is_absence=True)

    def _list_bad(self, rule: Rule) -> Iterator[RuleExample]:
        for own in self._list_line(rule):
            for test, file in self._list_tests(own):
                focuses = [result.focus for result in test.results if result.shape == own.iri]
                if focuses:
                    yield _create(own, file, focuses, is_good=False)

    def _list_tests(self, rule: Rule) -> Iterator[tuple[ManifestTest, _File]]:
        """Return the tests of the folder of `rule`, and of those of what it is part of."""
        rules = (rule, *(self._rules[iri] for iri in rule.parents))
        folders = dict.fromkeys(each.subject for each in rules)
        return chain.from_iterable(self._get_folder(name).examples for name in folders)

    def _list_line(self, rule: Rule) -> Iterator[Rule]:
        """Return `rule`, and its parts at any depth."""
        found = {rule.iri: rule}
        waiting = [rule]
        while waiting:
            parts = [self._rules[iri] for iri in waiting.pop(0).parts if iri not in found]
            found |= {part.iri: part for part in parts}
            waiting += parts
        return iter(found.values())

    # --- reading ---------------------------------------------------------------------------

    def _load_folder(self, subject: str) -> _Folder:
        name = f"shapes/{subject}/{_MANIFEST}"
        if not (self._root / name).is_file():
            return _Folder((), ())
        manifest = read_manifest(load_file(self._root / name, name))
        return _Folder(
            examples=tuple((test, self._get_file(test.file)) for test in manifest.tests),
            required=tuple(map(self._get_file, manifest.requires)),
        )

    def _load_file(self, name: str) -> _File:
        file = load_file(self._root / name, name)
        values = group_by_subject(EmbeddedStore.from_files([file]).list_triples())
        return _File(name, split_source(file.content.decode("utf-8")), values)

    def _split_shapes(self) -> Mapping[str, Sequence[tuple[TurtleSource, Block]]]:
        """Return the blocks of each shape with the file it stands in, by IRI."""
        found: dict[str, list[tuple[TurtleSource, Block]]] = {}
        for file in self._shapes:
            source = split_source(file.content.decode("utf-8"))
            for block in source.blocks:
                found.setdefault(block.subject, []).append((source, block))
        return found


# --- which subject an example is about -----------------------------------------------------


def _list_subjects(rule: Rule, file: _File) -> list[str]:
    """Return the subjects of `file` that `rule` is for, those with what it asks about first."""
    found = [subject for subject in file.list_subjects() if _is_for(rule, file, subject)]
    return sorted(found, key=lambda subject: _find_start(rule, file, subject) is None)


def _find_start(rule: Rule, file: _File, subject: str) -> str | None:
    """Return which subject states what the path of `rule` begins with at `subject`, if any.

    It is `subject` itself, also where the rule has no path, or what names it.
    """
    given = file.get_values(subject)
    if not rule.path_starts or any(start in given for start in rule.path_starts):
        return subject
    starts = [s.removeprefix("^") for s in rule.path_starts if s.startswith("^")]
    naming = (
        other
        for other in file.list_subjects()
        for start in starts
        if subject in file.get_values(other).get(start, ())
    )
    return next(naming, None)


def _is_for(rule: Rule, file: _File, subject: str) -> bool:
    """Whether `rule` is for a subject, as far as `file` tells."""
    given = file.get_values(subject)
    classes = set(given.get(RDF.type, ()))
    for target in rule.targets:
        match target.kind:
            case TargetKind.CLASS:
                is_for = bool(classes & set(target.includes))
            case TargetKind.SUBJECTS_OF:
                is_for = target.iri in given
            case TargetKind.OBJECTS_OF:
                is_for = any(subject in v.get(target.iri, ()) for v in file.values.values())
            case TargetKind.NODE:
                is_for = target.iri == subject
        if is_for:
            return True
    return False


# --- what is shown of it -------------------------------------------------------------------


def _create(rule: Rule, file: _File, subjects: Sequence[str], *, is_good: bool) -> RuleExample:
    """Return an example whole where it is small, else what it says of its `subjects`."""
    whole = file.source.whole
    if whole.count("\n") > MOST_LINES and file.source.cut(subjects):
        return _cut(rule, file, subjects, is_good=is_good)
    head = file.source.head
    return RuleExample(rule.iri, file.name, head, whole, is_good=is_good, is_whole=True)


def _cut(rule: Rule, file: _File, subjects: Sequence[str], *, is_good: bool) -> RuleExample:
    head, text = file.source.head, file.source.cut(subjects)
    return RuleExample(rule.iri, file.name, head, text, is_good=is_good, is_whole=False)
