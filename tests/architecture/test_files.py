"""Every file is one sentence, small, and holds nothing of the machine it was written on."""

import ast
import re
from pathlib import Path

from tests.architecture.tracked_files import ROOT, named, tracked_files

CODE = tracked_files(".py", ".js", ".css")
PYTHON = tracked_files(".py")


def test_no_file_is_longer_than_250_lines() -> None:
    assert [
        name for name, file in zip(named(CODE), CODE, strict=True) if len(file.read_text().splitlines()) > 250
    ] == []


def test_every_file_says_in_its_first_line_what_it_holds() -> None:
    opening = {".py": '"""', ".js": ("/**", "//"), ".css": "/*"}
    filled = [file for file in CODE if file.read_text().strip()]
    assert named(file for file in filled if not file.read_text().startswith(opening[file.suffix])) == []


def test_no_file_is_named_after_a_drawer_for_everything() -> None:
    drawers = {"util", "utils", "helper", "helpers", "common", "base", "manager", "managers", "misc"}
    assert named(file for file in CODE if drawers & set(file.relative_to(ROOT).with_suffix("").parts)) == []


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b")
    assert named(file for file in CODE if later.search(file.read_text())) == []


def test_no_file_names_a_path_of_somebody_s_machine() -> None:
    someone = r"/(?:root|home/\w+|Users/\w+)/"
    # A checkout directly below the root, such as in a container, has a name that may stand in a text by chance.
    here = rf"|{re.escape(str(ROOT))}\b" if len(ROOT.parts) > 2 else ""
    machine = re.compile(someone + here)
    assert named(file for file in tracked_files() if machine.search(file.read_text())) == []


def test_every_silenced_check_says_why_beside_it() -> None:
    silenced = re.compile(r"#\s*(?:noqa|(?:type|pyright|basedpyright):\s*ignore)(.*)$", re.MULTILINE)
    reason = re.compile(r"(?::\s*[A-Z]+[0-9]+(?:,\s*[A-Z]+[0-9]+)*|\[[\w, -]+\])\W+\w+")
    bare = [(file, rest) for file in PYTHON for rest in silenced.findall(file.read_text()) if not reason.match(rest)]
    assert [f"{file.relative_to(ROOT)}: {rest}" for file, rest in bare if file != Path(__file__)] == []


def test_no_test_waits_for_the_clock_instead_of_the_thing() -> None:
    waits = re.compile(r"time\.sleep\(|wait_for_timeout\(|asyncio\.sleep\([1-9]")
    assert named(file for file in PYTHON if "tests" in file.parts and waits.search(file.read_text())) == []


def test_the_domain_s_functions_say_what_they_take_and_give() -> None:
    """`dict[str, Any]` in a signature hides it; inside storage and ui it may stand for a row or a JSON body."""
    files = [file for file in PYTHON if file.is_relative_to(ROOT / "domain")]
    assert [f"{file.name}: {name}" for file in files for name in _vague(ast.parse(file.read_text()))] == []


def _vague(tree: ast.Module) -> list[str]:
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    public = [node for node in functions if not node.name.startswith("_")]
    return [node.name for node in public if "dict[str, Any]" in ast.unparse(node).split("\n")[0]]
