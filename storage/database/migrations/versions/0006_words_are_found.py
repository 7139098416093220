"""People are found by their names and posts by the words of their captions."""

import sqlalchemy as sa
from alembic import op

from domain.search.question import names_searched
from domain.search.words import searchable
from storage.database.columns import Id

revision = "0006"
down_revision = "0005"

# Words are separated by single spaces and hold letters and digits only (`domain.search.words`): each database takes
# them as they stand. "ascii" leaves whatever is beyond ASCII alone. Of one column nobody asks where in it a word stands.
_FTS5 = """CREATE VIRTUAL TABLE post_words USING fts5(
    words, content='posts', content_rowid='number', tokenize='ascii', detail='none', prefix='1 2 3 4 5 6')"""
_PUT_IN = "INSERT INTO post_words (rowid, words) VALUES (new.number, new.words);"
_TAKE_OUT = "INSERT INTO post_words (post_words, rowid, words) VALUES ('delete', old.number, old.words);"
_TRIGGERS = (
    f"CREATE TRIGGER post_words_added AFTER INSERT ON posts BEGIN {_PUT_IN} END",
    f"CREATE TRIGGER post_words_removed AFTER DELETE ON posts BEGIN {_TAKE_OUT} END",
    f"CREATE TRIGGER post_words_changed AFTER UPDATE OF words ON posts BEGIN {_TAKE_OUT} {_PUT_IN} END",
)
# Beside its words each post has the seven weeks it was made in (the first 16 bits of its id), so that the newest can be
# asked for first. No list is kept of what is still to be put in, which every search would have to read.
_GIN = """CREATE INDEX ix_posts_words ON posts USING gin (array_to_tsvector(array_append(
    array_remove(string_to_array(words, ' '), ''), '/' || left(CAST(id AS text), 4)))) WITH (fastupdate = off)"""

_posts = sa.table("posts", sa.column("number"), sa.column("caption"), sa.column("words"))
_accounts = sa.table(
    "accounts", sa.column("id", Id()), sa.column("handle"), sa.column("display_name"), sa.column("search_text")
)


def upgrade() -> None:
    op.add_column("accounts", sa.Column("search_text", sa.Text(), nullable=False, server_default=""))
    connection = op.get_bind()
    for account_id, handle, name in connection.execute(
        sa.select(_accounts.c.id, _accounts.c.handle, _accounts.c.display_name)
    ).all():
        named = _accounts.update().where(_accounts.c.id == account_id)
        connection.execute(named.values(search_text=names_searched(handle, name)))
    for number, caption in connection.execute(sa.select(_posts.c.number, _posts.c.caption)).all():
        worded = _posts.update().where(_posts.c.number == number)
        connection.execute(worded.values(words=searchable(caption or "")))
    if connection.dialect.name == "postgresql":
        op.execute(_GIN)
        return
    op.execute(_FTS5)
    op.execute("INSERT INTO post_words (post_words) VALUES ('rebuild')")
    for trigger in _TRIGGERS:
        op.execute(trigger)
