"""How much processor time another process has used."""

import time


def processor_seconds(pid: int) -> float:
    """User and system time of all its threads, to the nanosecond.

    Linux counts them on a clock numbered after the process (clock_getcpuclockid).
    """
    return time.clock_gettime(~pid << 3 | 2)
