r"""How to cite a page: in a sentence, for BibTeX and as CSL-JSON.

Promises that a citation names what makes the page what it is, its days and the revision of its
data, and nothing that depends on when it was made. CSL-JSON follows
https://docs.citationstyles.org/en/stable/specification.html. Must not know any page.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from pledgegraph.web.state import PageState

NAME: Final = "Pledgegraph"
LICENCE: Final = "CC BY 4.0"

_SHORT: Final = 12
_NO_KEY: Final = re.compile(r"[^a-z0-9]+")
_TEX: Final = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces whatever stands before them.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_TEX_MARK: Final = re.compile(r"[\\{}$&#%_~^]")


@dataclass(frozen=True, slots=True)
class Citation:
    """A page as it is cited. `url` is None where no setting says at which address this is served.

    The year of publication is that of the last day up to which its data was gathered: the only
    date that the data itself carries.
    """

    title: str
    as_of: date
    known_by: date
    known_to: date
    revision: str
    address: str
    url: str | None

    @property
    def key(self) -> str:
        """What a bibliography calls it: the same for the same page of the same data."""
        path = self.address.partition("?")[0]
        words = _NO_KEY.sub("-", f"{NAME} {path}".lower()).strip("-")
        named = hashlib.sha256(f"{self.revision} {self.address}".encode()).hexdigest()[:8]
        return f"{words}-{named}"

    @property
    def note(self) -> str:
        """What stands beside the title: the days, the licence, and the address without a host."""
        place = "" if self.url else f" At {self.address} of the server that was asked."
        return (
            f"On record as of {self.as_of}, as known on {self.known_by}. "
            f"Data revision {self.revision}. {LICENCE}.{place}"
        )


def create_citation(
    state: PageState, title: str, *, revision: str, base_url: str | None
) -> Citation:
    """Return how to cite the page of `state`; `base_url` is where this is served, if known."""
    times, address = state.times, state.permalink
    return Citation(
        title=title,
        as_of=times.as_of,
        known_by=times.known_by,
        known_to=times.known_to,
        revision=revision[:_SHORT],
        address=address,
        url=base_url and base_url + address,
    )


def format_plain(citation: Citation) -> str:
    """Return the citation as a sentence or two."""
    place = f" {citation.url}" if citation.url else ""
    return f"{NAME} ({citation.known_to.year}). {citation.title}. {citation.note}{place}"


def format_bibtex(citation: Citation) -> str:
    """Return the citation as an entry for BibTeX or biber."""
    # A percent sign, a hash or a tilde of an address would be one of TeX; biber knows the field.
    fields = {
        "author": f"{{{NAME}}}",
        "title": f"{{{escape_tex(citation.title)}}}",
        "year": str(citation.known_to.year),
        "version": citation.revision,
        "note": escape_tex(citation.note),
        "url": citation.url,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{citation.key},", *lines, "}", ""])


def format_csl(citation: Citation) -> str:
    """Return the citation as CSL-JSON: a list of one item."""
    day = citation.known_to
    item = {
        "id": citation.key,
        "type": "dataset",
        "title": citation.title,
        "author": [{"literal": NAME}],
        "publisher": NAME,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "version": citation.revision,
        "note": citation.note,
        **({"URL": citation.url} if citation.url else {}),
    }
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def format_report(citation: Citation) -> str:
    """Return the beginning of a report of a problem: everything but what only its writer knows."""
    lines = (
        f"Page: {citation.title}",
        f"Address: {citation.url or citation.address}",
        f"As of: {citation.as_of}",
        f"As known on: {citation.known_by}",
        f"Data revision: {citation.revision}",
        "What is wrong: ",
        "What the source says, with its address and the place in it: ",
    )
    return "\n".join(lines)


def escape_tex(text: str) -> str:
    r"""Return `text` with every character that means something to TeX escaped.

    >>> escape_tex("50% of {a_b}")
    '50\\% of \\textbraceleft{}a\\_b\\textbraceright{}'
    """
    return _TEX_MARK.sub(lambda mark: _TEX[mark[0]], text)
