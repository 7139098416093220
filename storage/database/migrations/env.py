"""How Alembic runs our migrations: on the connection it is given, in that connection's transaction."""

from alembic import context

from storage.database.migrations.described import is_described
from storage.database.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    include_name=is_described,
    user_module_prefix="",
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
