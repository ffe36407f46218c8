"""`pledgegraph.resources`."""

from pathlib import Path

import pytest

from pledgegraph.errors import SettingsError
from pledgegraph.resources import Resources, find_resources


def test_a_checkout_is_found_without_being_told(repository: Path) -> None:
    assert find_resources() == Resources(repository)


def test_the_three_folders_have_names(repository: Path) -> None:
    found = find_resources(repository)
    assert found.ontology == repository / "ontology"
    assert found.shapes == repository / "shapes"
    assert found.data == repository / "data"


def test_a_folder_without_them_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(SettingsError, match=r"resources: .* lacks ontology/, shapes/"):
        find_resources(tmp_path)
