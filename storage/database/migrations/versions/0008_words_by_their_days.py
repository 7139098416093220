"""PostgreSQL's index of words has each word once for every three days in which somebody wrote it."""

from alembic import op

revision = "0008"
down_revision = "0007"

# Before each word stand the three days the post was made in (the first 20 bits of its id): what begins with something
# in some three days is one stretch of the index, however often people wrote it before or after. With the days as one
# more word beside the others, all posts with that word were gone through anew for each stretch of time.
_DAYS = "left(CAST(id AS text), 5) || '/'"
_GIN = f"""CREATE INDEX ix_posts_words ON posts USING gin (array_to_tsvector(string_to_array(
    {_DAYS} || replace(words, ' ', ' ' || {_DAYS}), ' '))) WITH (fastupdate = off)"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP INDEX ix_posts_words")
        op.execute(_GIN)
