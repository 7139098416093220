"""Every router of the API, in the order in which paths are tried."""

from ui.api import auth, invites, media, media_form, own_account, sessions, tokens, uploads, users

ROUTERS = (
    auth.router,
    own_account.router,
    sessions.router,
    tokens.router,
    users.router,
    invites.router,
    uploads.router,  # before media: `/media/upload/…` is no picture's id
    media_form.router,
    media.router,
)
