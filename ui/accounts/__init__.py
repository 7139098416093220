"""How people are recognised: cookies, tokens, where requests come from, and the way through a sign-in."""
