"""`pledgegraph.reader.changes`: changes, their items, and what is refused."""

from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import DataError
from pledgegraph.model import Change
from tests.reader.small import ID, NAME, check_refused, read_small

REQ = "https://w3id.org/pledgegraph/req/seoul-2024/"
CHANGE = f"{ID}version/lab/policy/1-reissue/change"
ON = "version/lab/policy/1-reissue/change"

MADE = """pledge:drawnBy <agent/pledgegraph-editors> ; pledge:drawnOn "2026-11-23"^^xsd:date ;
  earl:mode earl:semiAuto ; pledge:reviewState code:review-drafted ;
  dcterms:source <https://news.example/> ."""
FULL = f"""
<{ON}> pledge:hasItem <{ON}/item/10> , <{ON}/item/2> ;
  pledge:affectsApproachTo req:II.a , <provision/seoul-2024/III> ;
  pledge:reason <evidence/lab/e10> ; pledge:accountedBy <document/report> .
<{ON}/item/10> a pledge:ChangeItem ; dcterms:description "It moved."@en ;
  pledge:direction code:direction-relocated ; pledge:aboutRequirement req:II.g , req:II.a ;
  pledge:materiality code:materiality-scope ; pledge:disclosure code:disclosure-silent ;
  pledge:before <evidence/lab/e10> ; pledge:after <evidence/lab/e2> ;
  pledge:reason <evidence/lab/e2> ; pledge:locator "table 1" ;
  pledge:relocatedTo <document/report> , <version/lab/policy/1> ; {MADE}
<{ON}/item/2> a pledge:ChangeItem ; dcterms:description "It stays."@en ;
  pledge:direction code:direction-retained ; {MADE}
"""
LAST = "<dataset> a dcat:Dataset"


def edit(old: str = "", new: str = "") -> tuple[str, str]:
    """Return the edit that adds the items with `new` for `old`."""
    assert old in FULL, old
    return LAST, (FULL.replace(old, new) if old else FULL) + LAST


def read(service: Service, *edits: tuple[str, str]) -> Change:
    (found,) = read_small(service, *edits).changes
    return found


def test_a_change_without_items_is_read(service: Service) -> None:
    found = read(service)
    assert (found.iri, found.description) == (CHANGE, "A table is gone.")
    assert found.from_version == f"{ID}version/lab/policy/1"
    assert found.to_version == f"{ID}version/lab/policy/1-reissue"
    assert found.reasons_stated is False
    assert found.sources == ("https://news.example/",)
    assert (found.items, found.affects, found.reasons, found.accounts) == ((), (), (), ())


def test_whether_reasons_were_given_may_not_be_known(service: Service) -> None:
    assert read(service, ("pledge:reasonsStated false ; ", "")).reasons_stated is None


def test_a_change_is_read_whole(service: Service) -> None:
    found = read(service, edit())
    assert found.affects == (f"{ID}provision/seoul-2024/III", f"{REQ}II.a")
    assert found.reasons == (f"{ID}evidence/lab/e10",)
    assert found.accounts == (f"{ID}document/report",)
    assert [i.iri.rpartition("/")[2] for i in found.items] == ["2", "10"]  # by number


def test_an_item_is_read_whole(service: Service) -> None:
    _, item = read(service, edit()).items
    assert (item.change, item.description) == (CHANGE, "It moved.")
    assert item.direction.notation == "relocated"
    assert item.requirements == (f"{REQ}II.a", f"{REQ}II.g")
    assert [m.notation for m in item.materiality] == ["scope"]
    assert item.disclosure is not None
    assert item.disclosure.notation == "silent"
    assert (item.before, item.after) == (f"{ID}evidence/lab/e10", f"{ID}evidence/lab/e2")
    assert item.reasons == (f"{ID}evidence/lab/e2",)
    assert item.relocated_to == (f"{ID}document/report", f"{ID}version/lab/policy/1")
    assert (item.locator, item.sources) == ("table 1", ("https://news.example/",))
    assert item.attribution.drawn_by.iri == f"{ID}agent/pledgegraph-editors"
    assert item.attribution.drawn_on == date(2026, 11, 23)
    assert item.attribution.mode == "semiAuto"
    assert item.attribution.review_state.notation == "drafted"


def test_an_item_may_leave_open_what_is_not_known(service: Service) -> None:
    item, _ = read(service, edit()).items
    assert (item.disclosure, item.before, item.after, item.locator) == (None, None, None, None)
    assert (item.requirements, item.materiality, item.reasons, item.relocated_to) == ((),) * 4


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("pledge:hasItem <", "pledge:hasItem <none> , <", f"{ON}: hasItem: .* no change item"),
        (
            f"pledge:hasItem <{ON}/item/10> , <{ON}/item/2>",
            f"pledge:hasItem <{ON}/item/10>",
            f"{ON}/item/2: hasItem: no change has this item; expected one change that has it",
        ),
        ("affectsApproachTo req:II.a", "affectsApproachTo req:none", "no provision or statement"),
        ("pledge:accountedBy <document/report>", "pledge:accountedBy <none>", "is no document"),
        (
            "pledge:reason <evidence/lab/e10>",
            "pledge:reason <none>",
            f"{ON}: reason: .* no evidence",
        ),
        ("code:direction-relocated", "code:disclosure-silent", "item/10: direction"),
        ("code:disclosure-silent", "code:direction-added", "item/10: disclosure"),
        ("code:materiality-scope", "code:direction-added", "item/10: materiality"),
        ("aboutRequirement req:II.g", "aboutRequirement req:none", "which is no requirement"),
        (
            "pledge:before <evidence/lab/e10>",
            "pledge:before <none>",
            "item/10: before: .* no evidence",
        ),
        ("pledge:after <evidence/lab/e2>", "pledge:after <none>", "item/10: after: .* no evidence"),
        (
            "pledge:reason <evidence/lab/e2>",
            "pledge:reason <none>",
            "item/10: reason: .* no ev",
        ),
        (
            "relocatedTo <document/report>",
            "relocatedTo <evidence/lab/e2>",
            "which is no document or framework version",
        ),
    ],
)
def test_what_cannot_be_read_of_an_item_is_refused(
    service: Service, old: str, new: str, message: str
) -> None:
    with pytest.raises(DataError, match=message) as caught:
        read_small(service, edit(old, new))
    assert str(caught.value).startswith(f"{NAME}, {CHANGE}")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "pledge:changeFrom <version/lab/policy/1>",
            "pledge:changeFrom <framework/lab/policy>",
            f"{ON}: changeFrom: it links {ID}framework/lab/policy, which is no framework version; "
            "expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:changeTo <version/lab/policy/1-reissue>",
            "pledge:changeTo <document/report>",
            f"{ON}: changeTo: it links {ID}document/report, which is no framework version; "
            "expected the IRI of one that data/ describes.",
        ),
    ],
)
def test_what_leads_from_or_to_no_version_is_refused(
    service: Service, old: str, new: str, message: str
) -> None:
    check_refused(service, old, new, message)


def test_two_changes_to_one_version_are_refused(service: Service) -> None:
    twin = f"""<{ON}/2> a pledge:Change ; pledge:changeFrom <version/lab/policy/1> ;
  pledge:changeTo <version/lab/policy/1-reissue> ; dcterms:description "Again."@en ;
  dcterms:source <https://news.example/> .
"""
    with pytest.raises(DataError, match="expected one change that leads to a version"):
        read_small(service, (LAST, twin + LAST))
