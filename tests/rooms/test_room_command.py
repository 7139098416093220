"""`kamra room send` and `kamra room save`, as somebody types them."""

import asyncio
import sys
from pathlib import Path

from tests.commands.kamra_process import ROOT, environment
from tests.rooms.meeting import arranged
from tests.signed_in import Person


async def _room(*words: str, typed: str = "") -> tuple[int, str]:
    """The exit code, and what was printed."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "ignore", "-m", "ui", "room", *words),  # getpass warns where there is no terminal
        cwd=ROOT,
        env=environment(ROOT / "no-data-folder"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate(typed.encode())
    return int(process.returncode or 0), said.decode()


async def test_what_is_sent_from_one_terminal_is_saved_in_another(anna: Person, site: str, tmp_path: Path) -> None:
    meeting = await arranged(anna, site, password="fünf Äpfel")
    first, second = tmp_path / "a.jpg", tmp_path / "b.jpg"
    first.write_bytes(b"one" * 30_000)
    second.write_bytes(b"")
    code, said = await _room(
        "send", meeting.link, str(first), str(second), str(tmp_path / "none"), "--as", "Anna", typed="fünf Äpfel\n"
    )
    assert (code, "2 files are kept until" in said, "none: No such file" in said, "Not sent: 1." in said) == (
        (1, True, True, True)
    ), said
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "b.jpg").touch()
    code, said = await _room("save", "-", str(folder), "--as", "Ben", typed=f"{meeting.link}\nfünf Äpfel\n")
    assert (code, f"1 file saved in {folder}.\nThere already: 1." in said) == (0, True), said
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == {"a.jpg": b"one" * 30_000, "b.jpg": b""}
    assert not (ROOT / "no-data-folder").exists()
