"""What all of it comes to: people, pictures, bytes, and the room that is left."""

from ui.parts import Parts
from ui.theme import people_texts as texts
from ui.theme.amounts import size_text
from ui.version import VERSION


async def totals_text(parts: Parts) -> str:
    """One line of facts; free space is left out where nobody can say it (a bucket)."""
    async with parts.works.read() as work:
        people = await work.accounts.count()
        usage = await work.media.usage()
    free = await parts.files.free_bytes()
    said = [
        texts.ONE_PERSON if people == 1 else texts.MANY_PEOPLE.format(count=f"{people:,}"),
        texts.ONE_PICTURE if usage.pictures == 1 else texts.MANY_PICTURES.format(count=f"{usage.pictures:,}"),
        texts.ORIGINALS.format(size=size_text(usage.bytes)),
    ]
    if free is not None:
        said.append(texts.FREE.format(size=size_text(free)))
    return " · ".join([*said, texts.VERSION.format(version=VERSION)])
