"""Where copies of pictures are made by this program, with the limit its settings name."""

from domain.media.compressions.workshop import Workshop
from ui.parts import Parts


def workshop_of(parts: Parts) -> Workshop:
    """What making copies takes."""
    return Workshop(
        works=parts.works,
        files=parts.files,
        messages=parts.messages,
        clock=parts.clock,
        compressor=parts.compressor,
        places=parts.compressing,
        most=parts.settings.compressions_per_media,
    )
