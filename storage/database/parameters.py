"""What queries that are put together once are asked with: who looks, and when.

Putting a condition of `visibility` together takes longer than SQLite takes to answer it; a like asks two of them.
"""

from datetime import datetime
from typing import cast

from sqlalchemy import bindparam

from domain.ids import AccountId
from storage.database.columns import Id, Moment

# The rules take them as they take values: they only compare them.
VIEWER = cast("AccountId", bindparam("viewer", type_=Id()))
NOW = cast("datetime", bindparam("now", type_=Moment()))
