"""Every way in: pages, the REST API, public HTML, uploads, media and the command line."""
