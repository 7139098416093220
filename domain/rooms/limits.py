"""How much a Kamra takes into its rooms, as its settings say."""

from dataclasses import dataclass

from domain.rooms.stored_object import sealed_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLimits:
    """Days a room lives, sealed bytes it keeps, bytes of one file before it is sealed, open rooms of a person.

    Of rooms, 0 is no limit; `disk_reserve` is what stays free on the disk, in bytes.
    """

    days: int
    room_bytes: int
    file_bytes: int
    rooms_per_account: int
    disk_reserve: int

    @property
    def object_bytes(self) -> int:
        """How many bytes the largest file has once it is sealed."""
        return sealed_bytes(self.file_bytes)
