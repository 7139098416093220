"""`kamra accounts …`, run as a person runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "a bicycle made of rain"


@pytest.fixture
def kamra(tmp_path: Path):
    """Runs the command on a data folder of this test's own."""

    def run(*arguments: str, password: str = PASSWORD) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("KAMRA_")}
        return subprocess.run(
            [sys.executable, "-m", "ui", "accounts", *arguments],
            cwd=ROOT,
            env={**clean, "KAMRA_DATA": str(tmp_path / "data"), "KAMRA_PASSWORD": password},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_accounts_are_made_and_looked_after_from_a_terminal(kamra) -> None:
    made = kamra("create", "--handle", "ada", "--admin")
    assert (made.returncode, made.stdout) == (0, "@ada is here now (admin).\n")
    weak = kamra("create", "--handle", "eve", password="short")
    assert (weak.returncode, weak.stderr) == (1, "Choose at least 8 characters; a short sentence is good.\n")
    assert kamra("create", "--handle", "eve").returncode == 0
    last = kamra("role", "ada", "member")
    assert last.returncode == 1
    assert "Somebody has to run this Kamra" in last.stderr
    assert kamra("role", "@eve", "admin").stdout == "@eve is admin now.\n"
    assert kamra("reset", "ada").stdout.startswith("http://localhost:8080/reset/")
    assert kamra("password", "ada").returncode == 0
    assert kamra("reset", "nobody").stderr == "There is nobody here by that name.\n"
