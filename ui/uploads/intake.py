"""Where uploads of this program go, and the limits its settings name."""

from domain.media.intake import Intake
from domain.media.upload_rules import UploadLimits
from ui.parts import Parts
from ui.settings import Settings


def limits_of(settings: Settings) -> UploadLimits:
    """How much may come in."""
    return UploadLimits(
        max_bytes=settings.upload_max_bytes,
        pictures_per_account=settings.media_per_account,
        bytes_per_account=settings.bytes_per_account,
        disk_reserve=settings.disk_reserve_bytes,
    )


def intake_of(parts: Parts) -> Intake:
    """Where uploads go."""
    return Intake(
        works=parts.works,
        files=parts.files,
        messages=parts.messages,
        clock=parts.clock,
        limits=limits_of(parts.settings),
    )
