"""Two backups of one data folder: one at a time, also when one begins while the other is just ending."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from domain.backup.troubles import BackupRunning
from storage.backup.place import backup_folder

ROUNDS = 1000


def test_whoever_begins_while_another_ends_is_alone_or_is_told_that_one_is_running(tmp_path: Path) -> None:
    inside: list[int] = []

    def back_up(number: int) -> int:
        done = 0
        for _ in range(ROUNDS):
            try:
                with backup_folder(tmp_path) as folder:
                    inside.append(number)
                    (folder / "snapshot").write_bytes(b"a database")
                    assert inside == [number]
                    inside.clear()
                done += 1
            except BackupRunning:
                continue
        return done

    with ThreadPoolExecutor(3) as threads:
        assert min(threads.map(back_up, range(3))) > 0
    assert list(tmp_path.iterdir()) == []
