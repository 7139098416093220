"""Runs the tests that meet PostgreSQL, Redis or S3 on them, started for the occasion; its arguments are pytest's."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.storage.bucket import BUCKET, CREDENTIALS, make_bucket
from tests.throwaway_servers import (
    ServerMissing,
    free_port,
    postgresql,
    postgresql_programs,
    redis,
    redis_program,
    s3,
)

_USUAL = ("-n", "2", "--dist", "loadfile")
# What never meets a service, or only through routes that the other tests hold to them: once is enough for these.
_MEETS_NONE = (
    "tests/architecture",
    "tests/attack/test_damaged_pictures.py",
    "tests/attack/test_hostile_names.py",
    "tests/attack/test_hostile_pictures.py",
    "tests/browser",
    "tests/hostile",
    "tests/storage/renditions",
    "tests/ui",
    "tests/web",
)
# Of the pages, those through which each service is met: messages between tabs, bytes that come in, a first day's rows.
_PAGES = ("test_first_day.py", "test_library_live.py", "test_uploads.py", "test_uploads_through_a_restart.py")


def missing_servers() -> list[str]:
    """The packages that would bring what is not here."""
    wanted: list[Callable[[], object]] = [redis_program, postgresql_programs]
    missing: list[str] = []
    for find in wanted:
        try:
            find()
        except ServerMissing as error:
            missing.append(str(error))
    return missing


async def run(arguments: list[str]) -> int:
    """pytest's exit code. The servers are gone afterwards, also when this is interrupted."""
    task = asyncio.current_task()
    assert task is not None
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, lambda: loop.remove_signal_handler(signal.SIGTERM) and task.cancel())
    with TemporaryDirectory(prefix="kamra-services-") as name:
        async with AsyncExitStack() as servers:
            folder = Path(name)
            database_url = await servers.enter_async_context(postgresql(folder, free_port()))
            redis_url = await servers.enter_async_context(redis(folder, free_port()))
            s3_endpoint = await servers.enter_async_context(s3(folder, free_port()))
            await asyncio.to_thread(make_bucket, s3_endpoint, BUCKET)
            environment = {
                "KAMRA_TEST_DATABASE_URL": database_url,
                "KAMRA_TEST_REDIS_URL": redis_url,
                "KAMRA_TEST_FILES_URL": f"s3://{BUCKET}/tests",
                "KAMRA_TEST_S3_ENDPOINT": s3_endpoint,
                **CREDENTIALS,
            }
            return await _pytest(arguments or _usual_tests(), environment)


def _usual_tests() -> list[str]:
    folders = [str(path) for path in sorted(Path("tests").iterdir()) if path.is_dir() and path.name != "__pycache__"]
    met = [folder for folder in folders if folder not in _MEETS_NONE]
    return (
        [f"--ignore={folder}" for folder in _MEETS_NONE if folder != "tests/browser"]
        + met
        + [f"tests/browser/{page}" for page in _PAGES]
    )


async def _pytest(arguments: list[str], environment: dict[str, str]) -> int:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "pytest", *_USUAL, *arguments, env={**os.environ, **environment}
    )
    try:
        return await process.wait()
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
            await process.wait()


def main() -> int:
    """The program."""
    if missing := missing_servers():
        sys.stderr.write(
            f"make test-services needs {' and '.join(missing)}, which this machine lacks.\n"
            f"On Debian and Ubuntu 'apt install {' '.join(missing)}' brings it; no server has to be switched on.\n"
        )
        return 2
    try:
        return asyncio.run(run(sys.argv[1:]))
    except (KeyboardInterrupt, asyncio.CancelledError):
        sys.stderr.write("Stopped; the servers are gone.\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
