"""Whether the audit still says what was written into it."""

from dataclasses import dataclass

from domain.moderation.audit import BEFORE_ALL, Audit, hash_of

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`length` rows stand there, `head` is the hash of the last (32 zero bytes without one).

    `first_bad` is the number of the first row that is missing, changed, or does not follow the one before it.
    Rows cut off the end leave no trace here: compare `head` with one that was noted elsewhere, such as in a backup.
    """

    length: int
    head: bytes
    first_bad: int | None

    @property
    def valid(self) -> bool:
        """Whether every row is as it was written."""
        return self.first_bad is None


async def verify_audit(audit: Audit) -> Verdict:
    """Compute every hash again, a thousand rows at a time."""
    length = last = 0
    head = BEFORE_ALL
    first_bad: int | None = None
    while rows := await audit.after(last, _AT_ONCE):
        for row in rows:
            if first_bad is None and (row.number != length + 1 or row.hash != hash_of(row, head)):
                first_bad = min(row.number, length + 1)
            head, last, length = row.hash, row.number, length + 1
    return Verdict(length=length, head=head, first_bad=first_bad)
