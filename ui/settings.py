"""Every setting, from environment variables or a `.env` file, checked at start."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class BadSetting(Exception):
    """A setting that cannot be used; the text names it and says what it may be."""


def _web_address(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ValueError("must begin with http:// or https://")
    return value.rstrip("/")


WebAddress = Annotated[str, AfterValidator(_web_address)]
Count = Annotated[int, Field(ge=0)]


class Settings(BaseSettings):
    """One field per variable, `KAMRA_` + its name in capitals; docs/settings.md describes each."""

    model_config = SettingsConfigDict(env_prefix="KAMRA_", env_file=".env", env_file_encoding="utf-8", extra="ignore")

    data: Path = Path("data")
    host: str = "0.0.0.0"  # noqa: S104  # meant to be reached from the home network; who is not signed in sees nothing
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    base_url: WebAddress | None = None
    secret: Annotated[str, Field(min_length=32)] | None = None
    database_url: str | None = None
    files_url: str | None = None
    s3_endpoint: WebAddress | None = None
    media_base_url: WebAddress | None = None
    redis_url: str | None = None
    signup: Literal["invite", "closed", "open"] = "invite"
    public_pages: Literal["off", "on"] | None = None
    owner: str | None = None
    upload_max_bytes: Annotated[int, Field(ge=1)] = 50 * 1024 * 1024
    media_per_account: Count = 0
    bytes_per_account: Count = 0
    compressions_per_media: Count = 10
    room_days: Annotated[int, Field(ge=1, le=365)] = 7
    room_max_bytes: Annotated[int, Field(ge=1)] = 5 * 1024 * 1024 * 1024
    room_file_max_bytes: Annotated[int, Field(ge=1)] = 2 * 1024 * 1024 * 1024
    rooms_per_account: Count = 20
    stun_urls: str = ""
    turn_urls: str = ""
    turn_secret: Annotated[str, Field(min_length=1)] | None = None
    trusted_proxies: str = ""
    sweep_seconds: Annotated[int, Field(ge=1)] = 60
    workers: Annotated[int, Field(ge=1)] | None = None
    disk_reserve_bytes: Count = 256 * 1024 * 1024
    clock_offset_seconds: int = 0
    link_minutes: Annotated[int, Field(ge=1)] = 60
    access_minutes: Annotated[int, Field(ge=1)] = 15
    refresh_days: Annotated[int, Field(ge=1)] = 30
    rate_limits: Literal["on", "off"] = "on"
    metrics_token: Annotated[str, Field(min_length=1)] | None = None

    @property
    def clock_offset(self) -> timedelta:
        """How far this Kamra's clock is moved, for tests."""
        return timedelta(seconds=self.clock_offset_seconds)


def read_settings() -> Settings:
    """The settings of this process. Raises BadSetting with a sentence that names every wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [f"KAMRA_{'_'.join(map(str, one['loc'])).upper()}: {one['msg']}" for one in error.errors()]
        raise BadSetting("; ".join(lines)) from None
