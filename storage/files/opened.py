"""Which place for files a setting means."""

from datetime import timedelta
from pathlib import Path

from obstore.exceptions import BaseError
from obstore.store import from_url

from domain.files import Files
from storage.files.local import LocalFiles
from storage.files.s3 import BucketFiles

_CLOUDS = ("s3://", "gs://", "az://")
# Enough for a part on a slow line home, and little enough that a dead bucket is noticed while people wait.
_REQUEST = timedelta(minutes=2)
_RETRIES = timedelta(seconds=30)


def open_files(url: str | None, data: Path, s3_endpoint: str | None) -> Files:
    """The folder `files` in the data folder when the URL is None, else the bucket (`s3://bucket/prefix`, `gs://`, `az://`).

    Credentials come from each cloud's usual variables. Raises ValueError, with a sentence, for any other URL.
    """
    if url is None:
        return LocalFiles(data / "files")
    if not url.startswith(_CLOUDS):
        raise ValueError(f"files can be kept at {', '.join(f'{cloud}…' for cloud in _CLOUDS)}, or in the data folder")
    endpoint = s3_endpoint if url.startswith("s3://") else None
    try:
        store = from_url(
            url,
            config={"endpoint": endpoint} if endpoint else None,
            client_options={"timeout": _REQUEST, "allow_http": bool(endpoint and endpoint.startswith("http://"))},
            retry_config={"max_retries": 4, "retry_timeout": _RETRIES},
        )
    except BaseError as error:
        raise ValueError(f"the bucket cannot be used: {error}") from error
    return BucketFiles(store)
