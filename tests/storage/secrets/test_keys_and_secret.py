"""One secret, kept once for its owner alone, and keys that say nothing of each other."""

import stat
from pathlib import Path

import pytest

from storage.secrets.instance_secret import BadSecret, instance_secret
from storage.secrets.keys import SecretKeys


def test_the_secret_is_made_once_and_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    made = instance_secret(tmp_path)
    assert len(made) == 64
    assert instance_secret(tmp_path) == made
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret"]


def test_a_secret_cut_short_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("abc")
    with pytest.raises(BadSecret):
        instance_secret(tmp_path)
    assert (tmp_path / "secret").read_text() == "abc"


def test_a_signature_is_good_for_its_text_purpose_and_secret_only() -> None:
    signer = SecretKeys("a" * 32).signer("links")
    signature = signer.sign("/a/b?c")
    assert signer.matches("/a/b?c", signature)
    assert not signer.matches("/a/b?d", signature)
    assert not SecretKeys("a" * 32).signer("other").matches("/a/b?c", signature)
    assert not SecretKeys("b" * 32).signer("links").matches("/a/b?c", signature)
    for broken in ("", signature[:-1], f"{signature}A", "é" * 32, "\ud800"):
        assert not signer.matches("/a/b?c", broken)
