"""Reports, takedowns, appeals and the audit, over the API."""
