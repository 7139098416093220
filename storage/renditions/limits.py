"""What a process that decodes pictures may use, set by itself before it reads a first byte of one."""

import os
import resource
from dataclasses import dataclass

_MB = 1024 * 1024
_FILE_BYTES = 64 * _MB
_POLITENESS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """Processor seconds, and address space, which is not memory in use: the process alone has 60 MB of it."""

    cpu_seconds: int
    address_space_bytes: int


# A picture of 50 megapixels needs 250 to 600 MB to decode, by kind (measured); what wants yet more fails there with a
# MemoryError and harms nobody else.
RENDITIONS = Allowance(cpu_seconds=20, address_space_bytes=768 * _MB)
# A copy may be as large as its original, and encoders take more than decoders: the codecs say how many pixels fit. A
# search for a size may encode ten times.
COPY = Allowance(cpu_seconds=60, address_space_bytes=1280 * _MB)


def limit_this_process() -> None:
    """Bound memory and files, leave no core dumps, and let those who serve people go first."""
    os.nice(_POLITENESS)
    resource.setrlimit(resource.RLIMIT_AS, (RENDITIONS.address_space_bytes, COPY.address_space_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE_BYTES, _FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow_one_picture(allowance: Allowance) -> None:
    """Grant the next picture what it may use; beyond the seconds the system ends the process with SIGXCPU."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + allowance.cpu_seconds, most))
    resource.setrlimit(resource.RLIMIT_AS, (allowance.address_space_bytes, COPY.address_space_bytes))
