"""What a process that decodes pictures may use, set by itself before it reads a first byte of one."""

import os
import resource

# Address space, not memory in use: the process alone has 60 MB of it, a picture of 50 megapixels needs 250 to 600
# more, by kind (measured); what wants yet more fails there with a MemoryError and harms nobody else.
_ADDRESS_SPACE_BYTES = 768 * 1024 * 1024
CPU_SECONDS = 20
CPU_SECONDS_OF_A_COPY = 60  # a search for a size may encode ten times, and a second for two megapixels of AVIF is usual
_FILE_BYTES = 64 * 1024 * 1024
_POLITENESS = 5


def limit_this_process() -> None:
    """Bound memory and files, leave no core dumps, and let those who serve people go first."""
    os.nice(_POLITENESS)
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE_BYTES, _ADDRESS_SPACE_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE_BYTES, _FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow_one_picture(seconds: int) -> None:
    """Grant the next picture its processor seconds; beyond them the system ends the process with SIGXCPU."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, most))
