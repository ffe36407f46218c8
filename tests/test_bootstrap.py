"""`pledgegraph.bootstrap`."""

from pledgegraph.bootstrap import Service, open_dataset, open_service
from pledgegraph.settings import Settings


def test_the_same_files_give_the_same_revision_at_every_start(service: Service) -> None:
    again = open_service(Settings())
    assert again.catalogue.revision == service.catalogue.revision
    assert len(again.catalogue.revision) == 16


def test_a_dataset_is_opened_without_reading_it(service: Service) -> None:
    dataset = open_dataset(Settings())
    assert dataset.files == service.files
    assert dataset.store.count() == service.store.count()


def test_only_what_is_published_is_in_the_store(service: Service) -> None:
    names = [graph.partition("/graph/")[2] for graph in service.store.list_graphs()]
    assert "data/instrument/seoul-2024" in names
    assert "shapes/instrument/shapes" in names
    assert [n for n in names if "examples" in n or "manifest" in n] == []
