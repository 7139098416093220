"""The dependency rule of the design holds: ui → scheduler | storage → domain."""

import re
import subprocess
import sys
from pathlib import Path

from tests.architecture.tracked_files import ROOT, named, tracked_files


def test_every_import_contract_holds() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    command = [lint_imports, "--no-cache", "--no-logo"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


def test_nothing_imports_the_ui_package_by_its_bare_name_which_is_also_that_of_nicegui() -> None:
    bare = re.compile(r"^\s*import ui\b", re.MULTILINE)
    assert named(file for file in tracked_files(".py") if bare.search(file.read_text())) == []


def test_the_inner_layers_do_not_know_nicegui() -> None:
    nicegui = re.compile(r"^\s*(import|from) nicegui", re.MULTILINE)
    inner = [
        file for file in tracked_files(".py") if file.relative_to(ROOT).parts[0] in {"domain", "storage", "scheduler"}
    ]
    assert named(file for file in inner if nicegui.search(file.read_text())) == []
