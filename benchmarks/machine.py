"""What figures were measured on, without names or places of the machine."""

import os
import platform
import re
from pathlib import Path


def machine() -> list[str]:
    """Processor, memory, system, Python, and how busy the machine was with other things, one line each."""
    return [
        f"Processor: {_processor()}, {len(os.sched_getaffinity(0))} cores usable",
        f"Memory: {_memory_gigabytes():.0f} GB",
        f"System: {platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}",
        f"Python: {platform.python_version()}",
        f"Load before it (runnable processes, one-minute mean): {os.getloadavg()[0]:.1f}",
    ]


def _processor() -> str:
    named = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    return named[1] if named else platform.machine()


def _memory_gigabytes() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
