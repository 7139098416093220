"""Reports, what moderators do about them, appeals, and the audit of it all."""
