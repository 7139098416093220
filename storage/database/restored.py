"""A database that a snapshot was put into, before it is this Kamra's own."""

from sqlalchemy import delete, update

from domain.backup.troubles import NotABackup
from domain.media.media import Status
from storage.database.engine import Engines
from storage.database.schema import SchemaTooNew, known_schemas
from storage.database.tables.media import media, upload_pieces
from storage.database.tables.rooms import room_objects, rooms
from storage.database.work import Database


def knows(schema: str) -> bool:
    """See `RestoredDatabase.knows`."""
    return schema in known_schemas()


async def brought_up_to_date(engines: Engines) -> Database:
    """The filled database with the newest schema. Raises NotABackup when it is none of Kamra's."""
    from storage.database.migrate import BrokenReferences, migrate  # noqa: PLC0415  # loads Alembic; a start need not

    try:
        await migrate(engines)
    except (BrokenReferences, SchemaTooNew):
        raise NotABackup from None
    return Database(engines)


async def forget_what_is_in_no_backup(engines: Engines) -> None:
    """See `RestoredDatabase.forget_what_is_in_no_backup`."""
    async with engines.writer.begin() as connection:
        await connection.execute(delete(upload_pieces))
        await connection.execute(delete(media).where(media.c.status == Status.PENDING.value))
        await connection.execute(delete(room_objects))  # their parts go with them
        await connection.execute(update(rooms).values(objects=0, bytes_reserved=0))
