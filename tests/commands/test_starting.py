"""What a person sees when Kamra starts, and what when it cannot."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ui.introduction import introduction
from ui.parts import Parts
from ui.settings import BadSetting, Settings

ROOT = Path(__file__).resolve().parents[2]


def kamra(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command with only these settings, as long as it takes to say why it cannot start."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("KAMRA_")}
    command = [sys.executable, "-m", "ui", *words]
    return subprocess.run(
        command, cwd=ROOT, env={**own, **settings}, capture_output=True, text=True, timeout=60, check=False
    )


async def test_the_console_gives_a_link_that_makes_the_owner(parts: Parts) -> None:
    said = await introduction(parts)
    assert said.startswith("Kamra is running. Open one of these once to become its owner:\n")
    assert "on this machine    http://localhost:8080/setup/" in said
    assert "at its address     http://kamra.test/setup/" in said
    assert said.endswith("Keep it private. It stops working once used.\n")
    assert await introduction(parts) == said


class TestWithAnOwnerInTheSettings:
    """KAMRA_OWNER makes the first owner, so that no link is needed."""

    @pytest.fixture
    def settings(self, make_settings: Callable[..., Settings]) -> Settings:
        return make_settings(owner="anna:anna@example.com:a kettle: under the stairs")

    async def test_the_console_only_says_where_it_is(self, parts: Parts) -> None:
        said = await introduction(parts)
        assert said.startswith("Kamra is running:\n")
        assert "setup" not in said
        async with parts.works.read() as work:
            anna = await work.accounts.by_handle("ANNA")
        assert anna is not None
        assert await parts.passwords.matches("a kettle: under the stairs", anna.password_hash)


class TestWithAnOwnerWhoCannotBe:
    """A wrong KAMRA_OWNER is named."""

    @pytest.fixture
    def settings(self, make_settings: Callable[..., Settings]) -> Settings:
        return make_settings(owner="anna:anna@example.com:short")

    async def test_the_setting_and_the_rule_are_named(self, parts: Parts) -> None:
        with pytest.raises(BadSetting, match=r"KAMRA_OWNER .*8 characters"):
            await introduction(parts)


def test_a_bad_setting_is_named_and_nothing_starts() -> None:
    ended = kamra("serve", KAMRA_UPLOAD_MAX_BYTES="many", KAMRA_SIGNUP="perhaps")
    assert ended.returncode == 1
    assert "Kamra cannot start: KAMRA_" in ended.stderr
    assert "KAMRA_UPLOAD_MAX_BYTES" in ended.stderr
    assert "KAMRA_SIGNUP" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = kamra("serve", KAMRA_DATA=str(tmp_path), KAMRA_HOST="127.0.0.1", KAMRA_PORT=port)
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert f"port {port}" in ended.stderr


def test_a_database_that_is_none_is_a_sentence_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "kamra.db").write_bytes(b"not a database" * 100)
    ended = kamra("serve", KAMRA_DATA=str(tmp_path), KAMRA_HOST="127.0.0.1", KAMRA_PORT="0")
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert "Kamra cannot start: the database" in ended.stderr


def test_a_web_process_of_its_own_asks_for_postgresql(tmp_path: Path) -> None:
    ended = kamra("serve", "--role", "web", KAMRA_DATA=str(tmp_path), KAMRA_HOST="127.0.0.1", KAMRA_PORT="0")
    assert ended.returncode == 1
    assert "PostgreSQL" in ended.stderr


def test_sweeping_and_checking_a_fresh_kamra_finds_nothing(tmp_path: Path) -> None:
    swept = kamra("sweep", KAMRA_DATA=str(tmp_path))
    assert (swept.returncode, "finish-deletions: 0" in swept.stdout) == (0, True)
    unknown = kamra("sweep", "the-floor", KAMRA_DATA=str(tmp_path))
    assert (unknown.returncode, "There is no sweep 'the-floor'" in unknown.stderr) == (1, True)
    checked = kamra("check", KAMRA_DATA=str(tmp_path))
    assert (checked.returncode, checked.stdout) == (0, "Rows and files agree.\n")


def test_the_demo_leaves_a_folder_alone_that_is_not_its_own(tmp_path: Path) -> None:
    (tmp_path / "demo-data").mkdir()
    (tmp_path / "demo-data" / "letters.txt").write_text("mine")
    ended = kamra("demo", KAMRA_DATA=str(tmp_path / "data"))
    assert (ended.returncode, "holds something else" in ended.stderr) == (1, True)
    assert (tmp_path / "demo-data" / "letters.txt").read_text() == "mine"
