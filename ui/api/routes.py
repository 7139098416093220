"""Every router of the API, in the order in which paths are tried."""

from ui.api import (
    admin,
    archive,
    auth,
    chosen_media,
    compress,
    compressions,
    invites,
    media,
    media_form,
    own_account,
    sessions,
    suspensions,
    tokens,
    upload_bytes,
    uploads,
    users,
)

ROUTERS = (
    auth.router,
    own_account.router,
    sessions.router,
    tokens.router,
    users.router,
    invites.router,
    admin.router,
    suspensions.router,
    uploads.router,  # before media: `/media/upload/…` is no picture's id
    upload_bytes.router,
    archive.router,
    chosen_media.router,
    media_form.router,
    compressions.router,
    compress.router,
    media.router,
)
