"""The floors of the package, and the home of each library."""

import subprocess
import sys
from pathlib import Path


def test_imports_go_only_downwards_and_libraries_stay_at_home(repository: Path) -> None:
    program = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run(
        [program, "--no-cache"], cwd=repository, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout
