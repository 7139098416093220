"""When sessions and tokens were last used: collected in memory, so that reading never writes."""

from datetime import datetime, timedelta

from domain.ids import AccountId, ApiTokenId, SessionId
from domain.work import Work


class LastSeen:
    """Times that a sweep writes down; those of a process that is killed are lost, which does no harm."""

    def __init__(self) -> None:
        self._accounts: dict[AccountId, datetime] = {}
        self._sessions: dict[SessionId, datetime] = {}
        self._tokens: dict[ApiTokenId, datetime] = {}

    def saw_session(self, session_id: SessionId, account_id: AccountId, now: datetime) -> None:
        """A person acted within this session."""
        self._sessions[session_id] = now
        self._accounts[account_id] = now

    def saw_token(self, token_id: ApiTokenId, account_id: AccountId, now: datetime) -> None:
        """A program acted with this token."""
        self._tokens[token_id] = now
        self._accounts[account_id] = now

    @property
    def is_empty(self) -> bool:
        """Whether nobody was seen since the last time."""
        return not self._accounts

    async def write(self, work: Work, session_life: timedelta) -> int:
        """Keep what was collected and begin anew; returns how many people were seen."""
        accounts, self._accounts = self._accounts, {}
        sessions, self._sessions = self._sessions, {}
        tokens, self._tokens = self._tokens, {}
        await work.accounts.note_seen(accounts)
        await work.sessions.note_seen(sessions, session_life)
        await work.api_tokens.note_used(tokens)
        return len(accounts)
