"""The world behind the domain's protocols: database, files, renditions, secrets, messages, queue."""
