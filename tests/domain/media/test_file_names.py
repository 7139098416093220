"""Names that files are saved under: told apart however alike and however long they are."""

import pytest

from domain.media import file_names
from domain.media.file_names import MAX_FILE_NAME_BYTES, file_name, told_apart


def test_thousands_of_long_names_that_differ_only_where_they_are_cut_are_told_apart_without_trying_all_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cuts: list[str] = []
    short = file_names._short

    def counted(name: str, ending: str) -> str:
        cuts.append(ending)
        return short(name, ending)

    monkeypatch.setattr(file_names, "_short", counted)
    long = [file_name(f"{'漢' * 82}{number:04}", "image/jpeg") for number in range(1000)]
    cuts.clear()
    names = list(told_apart(long * 2))
    assert len({name.casefold() for name in names}) == len(names) == 2000
    assert max(len(name.encode()) for name in names) <= MAX_FILE_NAME_BYTES
    assert len(cuts) < 3 * len(names)
