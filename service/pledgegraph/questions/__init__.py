"""The saved questions: one file each, whose first line is the question in words.

A `.rq` file is SPARQL over the published store, a `.graphql` file asks the schema. Promises that a
name is found whatever its case, and that an unknown one is an error listing the known.
"""

from dataclasses import dataclass
from importlib.resources import files

from pledgegraph.errors import NotFound


@dataclass(frozen=True, slots=True)
class SavedQuestion:
    """One saved question: its name, what it asks, in which language, and the query."""

    name: str
    title: str
    language: str
    query: str


def list_questions() -> tuple[SavedQuestion, ...]:
    """Return every saved question, by name; SPARQL (`rq`) before GraphQL (`graphql`)."""
    found = []
    for entry in files(__package__).iterdir():
        name, _, language = entry.name.rpartition(".")
        if language in ("rq", "graphql"):
            query = entry.read_text(encoding="utf-8")
            title = query.partition("\n")[0].removeprefix("# ").removeprefix(name).strip()
            found.append(SavedQuestion(name, title, language, query))
    return tuple(sorted(found, key=lambda q: (q.name, q.language != "rq")))


def get_question(name: str, *, language: str) -> SavedQuestion:
    """Return the saved question `name` in `language`, `rq` or `graphql`.

    Raises:
        NotFound: there is none; with the names there are.
    """
    known = [q for q in list_questions() if q.language == language]
    for question in known:
        if question.name.casefold() == name.casefold():
            return question
    raise NotFound(kind="saved question", given=name, nearest=tuple(q.name for q in known))
