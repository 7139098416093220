"""How often an address or a person may try what could be guessed or flooded; failed logins are counted elsewhere."""

from datetime import timedelta

from domain.limits import Limit

_HOUR = timedelta(hours=1)

SIGN_UP = Limit(name="sign-up", times=20, span=_HOUR)
CODE = Limit(name="code", times=30, span=_HOUR)  # invitations, reset links and the set-up code, by address
OWN_PASSWORD = Limit(name="own-password", times=10, span=_HOUR)  # asking for one's own password again, by person
