"""The most memory that another process had since one began to look."""

import re
from pathlib import Path

_MEGABYTES = 1.024 / 1000  # of the kibibytes that Linux counts


def peak_from_now_on(pid: int) -> float:
    """Have Linux forget the highest peak so far (proc(5), clear_refs); the megabytes it begins with."""
    Path(f"/proc/{pid}/clear_refs").write_text("5", encoding="ascii")
    return peak(pid)


def peak(pid: int) -> float:
    """The highest resident memory in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    assert found is not None
    return int(found[1]) * _MEGABYTES
