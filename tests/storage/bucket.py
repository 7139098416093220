"""A bucket for tests on loopback, by moto."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from moto.server import ThreadedMotoServer

BUCKET = "kamra"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "tests", "AWS_SECRET_ACCESS_KEY": "tests", "AWS_REGION": "us-east-1"}
# moto checks no signature, but tells S3 from its other clouds by the form of one.
SIGNED = {"Authorization": "AWS4-HMAC-SHA256 Credential=tests/20260101/us-east-1/s3/aws4_request"}


@contextmanager
def moto_with_a_bucket() -> Iterator[str]:
    """The address of an S3 server that lives as long as the block and has the bucket `BUCKET`."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # it would log every request
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        make_bucket(f"http://{host}:{port}", BUCKET)
        yield f"http://{host}:{port}"
    finally:
        server.stop()


def make_bucket(endpoint: str, name: str) -> None:
    """Make a bucket, which obstore cannot."""
    httpx.put(f"{endpoint}/{name}", headers=SIGNED, trust_env=False).raise_for_status()
