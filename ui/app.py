"""The composition root: the only file that names adapters and puts the program's parts together."""

import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Literal, TypeAlias

from sqlalchemy.exc import ArgumentError, DBAPIError

from domain.accounts.last_seen import LastSeen
from domain.backup.back_up import Source
from domain.backup.protocols import BackupReader, BackupWriter
from domain.backup.restore import Place
from domain.clock import Clock, SystemClock
from domain.files import Files
from domain.limits import Limits
from domain.media.compressions.few_at_once import FewAtOnce
from domain.messages import Messages
from domain.queue import Queue
from domain.rooms.presence import Presence
from domain.scratch import remove_abandoned_scratch
from scheduler.recover_uploads import recover_interrupted
from storage.backup.opened import backup_reader, backup_writer, opened_place, opened_source
from storage.backup.place import is_half_restored, remove_abandoned_backup
from storage.database.engine import open_engines
from storage.database.schema import SchemaTooNew, has_newest_schema
from storage.database.turns import DatabaseTurns
from storage.database.work import Database
from storage.files.ballast import Ballast
from storage.files.opened import open_files
from storage.limits.moving_window import MovingWindowLimits, NoLimits
from storage.messages.memory import MemoryMessages
from storage.presence.memory import MemoryPresence
from storage.queue.in_process import InProcessQueue
from storage.renditions.pool import PictureWorkers
from storage.secrets.access_tokens import JwtAccessTokens
from storage.secrets.instance_secret import BadSecret, instance_secret
from storage.secrets.keys import SecretKeys
from storage.secrets.passwords import ROUNDS, BcryptPasswords
from ui.cannot_start import CannotStart
from ui.demo.painter import Painter
from ui.jobs import BACKGROUND, jobs_of
from ui.parts import Parts
from ui.settings import Settings
from ui.sweeps import LAST_SEEN, timetable_of

# A busy machine may leave a worker that comes last a hundredth of a core for the second or two that a picture takes.
_LIGHTEN_SECONDS = 600
_LIGHTEN_IDLE_SECONDS = 10

Role: TypeAlias = Literal["all", "web", "worker", "command"]


@asynccontextmanager
async def opened_parts(
    settings: Settings,
    *,
    role: Role,
    clock: Clock | None = None,
    ticking: bool = True,
    password_rounds: int = ROUNDS,
) -> AsyncIterator[Parts]:
    """Open everything for one process and close it afterwards. Raises CannotStart.

    Sweeps tick by themselves but in a command; tests run them by hand (`ticking`), and hash in fewer rounds.
    """
    async with AsyncExitStack() as closing:
        data = _data_folder(settings.data)
        database = await _database(settings, data, closing)
        turns = DatabaseTurns(database.engines)
        closing.push_async_callback(turns.close)
        keys = SecretKeys(_secret(settings, data))
        passwords = BcryptPasswords(password_rounds)
        closing.push_async_callback(passwords.close)
        limits = _limits(settings)
        closing.push_async_callback(limits.close)
        messages = _messages(settings)
        closing.push_async_callback(messages.close)
        presence = _presence(settings)
        closing.push_async_callback(presence.close)
        renderer = PictureWorkers(_workers(settings))
        closing.push_async_callback(renderer.close)
        copier = PictureWorkers(_workers(settings))  # apart, so that neither uploads nor a slider wait for the other
        closing.push_async_callback(copier.close)
        last = PictureWorkers(1, seconds=_LIGHTEN_SECONDS, idle_seconds=_LIGHTEN_IDLE_SECONDS, last=True)
        closing.push_async_callback(last.close)
        queue = _queue(database, role)
        closing.push_async_callback(queue.close)  # before the workers, so that no job loses one under its hands
        clock = clock or SystemClock(settings.clock_offset)
        files, last_seen = _files(settings, data), LastSeen()
        timetable = timetable_of(
            settings,
            works=database,
            files=files,
            messages=messages,
            queue=queue,
            clock=clock,
            turns=turns,
            last_seen=last_seen,
            keeps_house=role != "web",
            keep_ballast=_ballast(settings, data).keep if database.engines.is_sqlite else None,
        )
        closing.push_async_callback(timetable.run, LAST_SEEN)  # what was seen since the last tick
        closing.push_async_callback(timetable.close)
        parts = Parts(
            settings=settings,
            clock=clock,
            works=database,
            files=files,
            messages=messages,
            presence=presence,
            queue=queue,
            renderer=renderer,
            compressor=copier,
            compressing=FewAtOnce(max(1, _workers(settings) // 2)),
            keys=keys,
            passwords=passwords,
            access_tokens=JwtAccessTokens(keys.key("access-tokens")),
            limits=limits,
            last_seen=last_seen,
            timetable=timetable,
        )
        if role == "all" and database.engines.is_sqlite:
            await recover_interrupted(database, clock)
        if role in ("all", "worker"):
            remove_abandoned_scratch()
            remove_abandoned_backup(data)
            await queue.start(jobs_of(parts, turns, last), _workers(settings))
        if ticking and role != "command":
            timetable.start()
        yield parts


@asynccontextmanager
async def opened_backup(settings: Settings, name: str, *, replace: bool) -> AsyncIterator[tuple[Source, BackupWriter]]:
    """What a backup is made of, and the file it goes into. Raises CannotStart, and what `storage.backup` says."""
    async with AsyncExitStack() as closing:
        data = _data_folder(settings.data)
        database = await _database(settings, data, closing)
        source = closing.enter_context(opened_source(database.engines, _files(settings, data), data))
        yield source, await closing.enter_async_context(backup_writer(name, replace=replace))


@asynccontextmanager
async def opened_restore(settings: Settings, name: str) -> AsyncIterator[tuple[BackupReader, Place]]:
    """A backup's file, and the empty place it goes into. Raises the same."""
    data = _data_folder(settings.data)
    with backup_reader(name) as reader:
        place = opened_place(_database_url(settings, data), _files(settings, data), settings.files_url, data)
        async with place as opened:
            yield reader, opened


def _data_folder(data: Path) -> Path:
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise CannotStart(f"the data folder {data}: {error.strerror}; another one: KAMRA_DATA") from None
    if not os.access(data, os.W_OK):
        raise CannotStart(f"the data folder {data} cannot be written; another one: KAMRA_DATA")
    return data.resolve()


def _secret(settings: Settings, data: Path) -> str:
    try:
        return settings.secret or instance_secret(data)
    except BadSecret as error:
        raise CannotStart(str(error)) from None


def _ballast(settings: Settings, data: Path) -> Ballast:
    return Ballast(data / "ballast", settings.disk_reserve_bytes)


def _database_url(settings: Settings, data: Path) -> str:
    return settings.database_url or f"sqlite+aiosqlite:///{data / 'kamra.db'}"


async def _database(settings: Settings, data: Path, closing: AsyncExitStack) -> Database:
    if is_half_restored(data):
        raise CannotStart(f"restoring a backup into {data} was interrupted; 'kamra restore FILE' begins anew")
    ballast = _ballast(settings, data)
    try:
        ballast.give_up_when_tight()
        database = Database(open_engines(_database_url(settings, data)), ballast.give_up_when_tight)
        closing.push_async_callback(database.close)
        if not await has_newest_schema(database.engines):
            from storage.database.migrate import migrate  # noqa: PLC0415  # loads Alembic, which a start seldom needs

            await migrate(database.engines)
    except (ArgumentError, DBAPIError, OSError, SchemaTooNew) as error:
        raise CannotStart(f"the database: {error}") from None
    return database


def _files(settings: Settings, data: Path) -> Files:
    try:
        return open_files(settings.files_url, data, settings.s3_endpoint)
    except ValueError as error:
        raise CannotStart(f"KAMRA_FILES_URL: {error}") from None
    except OSError as error:
        raise CannotStart(f"the folder for files: {error.strerror}") from None


def _messages(settings: Settings) -> Messages:
    if settings.redis_url is None:
        return MemoryMessages()
    from storage.messages.redis import RedisMessages  # noqa: PLC0415  # loading it takes a while and few need it

    return RedisMessages(settings.redis_url)


def _presence(settings: Settings) -> Presence:
    if settings.redis_url is None:
        return MemoryPresence()
    from storage.presence.redis import RedisPresence  # noqa: PLC0415  # as with messages

    return RedisPresence(settings.redis_url)


def _queue(database: Database, role: Role) -> Queue:
    if not database.engines.is_sqlite:
        from storage.queue.procrastinate import PostgresQueue  # noqa: PLC0415  # as with Redis: loaded where it is used

        return PostgresQueue(database.engines.writer.url.render_as_string(hide_password=False), BACKGROUND)
    if role == "web":
        raise CannotStart("--role web hands its work to other processes, which takes PostgreSQL: KAMRA_DATABASE_URL")
    return InProcessQueue(BACKGROUND)


def _workers(settings: Settings) -> int:
    return settings.workers or max(1, (os.cpu_count() or 2) - 1)


def _limits(settings: Settings) -> Limits:
    return NoLimits() if settings.rate_limits == "off" else MovingWindowLimits(settings.redis_url)


def demo_painter() -> Painter:
    """What paints the pictures of `make demo`."""
    from storage.demo.painting import PaintedScenes  # noqa: PLC0415  # the one thing that loads Pillow into a server

    return PaintedScenes()
