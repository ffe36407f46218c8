"""`tests.bench`: a corpus that opens, passes the shapes and is asked by both with one answer."""

from pathlib import Path

import httpx
import pytest

from pledgegraph.bootstrap import open_service
from pledgegraph.reports.text import format_report
from pledgegraph.settings import Settings
from pledgegraph.validation.checks import validate_dataset
from pledgegraph.validation.context import Context
from pledgegraph.validation.engines import get_engine
from pledgegraph.validation.shapes import ShapeSet
from pledgegraph.web.app import create_app
from tests.bench.corpus import PROVISIONS, write_corpus
from tests.bench.servers import MATRIX, list_signatories
from tests.bench.stock import create_stock_app
from tests.live import serve


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a corpus of three organisations beside what is shipped."""
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder, 3)
    return folder


@pytest.mark.slow
def test_a_corpus_passes_the_shapes(folder: Path) -> None:
    service = open_service(Settings(resources=folder))
    shapes = ShapeSet.from_files(service.files)
    context = Context.from_store(service.store, shapes, engine=get_engine("turbo"))
    report = validate_dataset(context, files=service.files)
    assert report.findings == (), "\n" + format_report(report)


def test_a_corpus_has_all_that_a_signatory_has(folder: Path) -> None:
    catalogue = open_service(Settings(resources=folder)).catalogue
    made_up = catalogue.get_organisation("made-up-00002")
    assert len(catalogue.organisations) == len(list_signatories()) + 3
    [framework] = catalogue.list_frameworks_of(made_up)
    versions = catalogue.list_versions_of(framework)
    assert [catalogue.is_current(version) for version in versions] == [False, True]
    assert catalogue.find_change_to(versions[1]) is not None
    assert len(catalogue.list_thresholds_set_by(made_up)) == 7
    assert len(catalogue.list_evidence_about(made_up)) == 24
    assert len(catalogue.list_assessments_of(made_up)) == 3


def test_the_same_seed_gives_the_same_bytes_and_a_smaller_corpus_is_in_a_larger(
    folder: Path, tmp_path: Path
) -> None:
    write_corpus(tmp_path / "smaller", 2)
    write_corpus(tmp_path / "other", 1, seed=1)
    for path in (tmp_path / "smaller").rglob("*.ttl"):
        assert path.read_bytes() == (folder / path.relative_to(tmp_path / "smaller")).read_bytes()
    name = "data/evidence/made-up-00001.ttl"
    assert (tmp_path / "other" / name).read_text() != (folder / name).read_text()


def test_both_implementations_give_one_answer(folder: Path) -> None:
    service = open_service(Settings(resources=folder))
    slugs = [*list_signatories(), "made-up-00001", "made-up-00003"][-20:]
    asked = {"query": MATRIX, "variables": {"organisations": slugs}}
    with serve(create_app(service, Settings())) as url:
        ours = httpx.post(f"{url}/graphql", json=asked).json()
    with serve(create_stock_app(service.files)) as url:
        stock = httpx.post(f"{url}/graphql", json=asked, timeout=60).json()
    assert ours == stock
    rows = ours["data"]["comparison"]["rows"]["nodes"]
    assert [cell["identifier"] for cell in rows[0]["cells"]] == list(PROVISIONS)
