"""Where the IRIs that our data hands out lead on this server.

Shipped IRIs stand below one base that is not ours to serve; the same path here answers 303 to the
page that shows the thing (https://www.w3.org/TR/cooluris/). A part leads where its whole does.
"""

from typing import Final

from pledgegraph.bootstrap import Service
from pledgegraph.errors import NotFound
from pledgegraph.model import (
    Edition,
    Event,
    Instrument,
    Provision,
    Reading,
    Record,
    Statement,
    TextFile,
)
from pledgegraph.store.term import Iri
from pledgegraph.terms import REQ, SITE

HOME: Final = "/"


def get_address(service: Service, path: str) -> str:
    """Return the path of the page that shows what `path` names below the base of shipped IRIs.

    Raises:
        NotFound: nothing has that name, or no page shows it yet.
    """
    iri = SITE + path
    if service.store.describe(Iri(iri)):
        whole = iri
        while len(whole) > len(SITE):
            record = service.catalogue.find_node(whole)
            address = None if record is None else _find_page(service, record)
            if address is not None:
                return address
            whole = whole.rpartition("/")[0]
    if iri.startswith(REQ.base):
        # Raises with the nearest identifiers, when the name is nearly that of a statement.
        instrument, _, identifier = iri.removeprefix(REQ.base).partition("/")
        service.catalogue.get_statement(instrument, identifier)
    raise NotFound(kind="page", given=iri)


def _find_page(service: Service, record: Record) -> str | None:
    statements = service.catalogue.statements
    match record:
        case Statement():
            return f"/requirements/{record.identifier}"
        case Provision():
            return f"/#{record.identifier}"
        case Reading():
            name = next(
                s.identifier for s in statements if record.iri in {r.iri for r in s.readings}
            )
            return f"/requirements/{name}#readings"
        case Event():
            names = (s.identifier for s in statements if record.iri in s.depends_on)
            found = next(names, None)
            return None if found is None else f"/requirements/{found}"
        case Instrument() | Edition() | TextFile():
            return HOME
    return None
