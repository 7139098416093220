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

_USUAL = ("-n", "2", "--dist", "worksteal")
# What never meets a service, or only through routes that the other tests hold to them: once is enough for these. Some
# have a Kamra in a process of its own, on SQLite and a folder because they look into these or fill them.
_MEETS_NONE = (
    "tests/api/media/test_compress_bad_recipes.py",  # refused for what is asked
    "tests/api/media/test_compress_file.py",  # a file in, a file out, and nothing is kept
    "tests/api/media/test_media_full_disk.py",  # of a folder
    "tests/api/media/test_media_uploads_cut.py",
    "tests/api/rooms/test_room_socket_refusals.py",
    "tests/api/rooms/test_room_socket_without_redis.py",
    "tests/api/rooms/test_rooms_on_a_full_disk.py",  # of a folder
    "tests/architecture",
    "tests/attack/test_crawl.py",
    "tests/attack/test_damaged_pictures.py",
    "tests/attack/test_hostile_names.py",
    "tests/attack/test_hostile_pictures.py",
    "tests/attack/test_other_websites.py",
    "tests/attack/test_secrets_in_logs.py",
    "tests/attack/test_sockets.py",
    "tests/attack/test_uploads.py",
    "tests/browser",
    "tests/commands/test_backup_under_load.py",
    "tests/commands/test_demo.py",  # which always has a folder and an SQLite of its own
    "tests/commands/test_moved_clock.py",
    "tests/commands/test_starting.py",
    "tests/commands/test_stopped.py",
    "tests/domain/accounts",
    "tests/hostile",
    "tests/rooms/jpeg",
    "tests/rooms/test_leaks.py",
    "tests/rooms/test_manifest.py",
    "tests/rooms/test_refused.py",
    "tests/rooms/test_room_command.py",  # which speaks to routes only
    "tests/rooms/test_saved_names.py",
    "tests/rooms/test_tree.py",
    "tests/rooms/test_vectors.py",
    "tests/storage/renditions",
    "tests/storage/secrets",
    "tests/storage/test_ballast.py",
    "tests/storage/test_foreground.py",
    "tests/storage/test_full_disk.py",
    "tests/ui",
    "tests/web",
)
# Of the pages, those through which each service is met: messages between tabs and sessions, bytes that come and go.
_PAGES = (
    "rooms/test_kept_objects.py",
    "rooms/test_two_pages.py",
    "test_library_live.py",
    "test_library_page.py::test_a_chosen_picture_becomes_a_tile_and_comes_back_byte_for_byte",
    "test_settings_sign_ins.py",
    "test_tab_of_two.py",
)


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
