# Kamra in a container: the same steps as 'make run', nothing of the tests, nobody special inside.
FROM python:3.12-slim-trixie AS built
WORKDIR /opt/kamra
RUN python -m venv .venv
COPY requirements.txt .
RUN .venv/bin/pip install --no-cache-dir --no-deps -r requirements.txt
COPY pyproject.toml README.md ./
COPY domain domain
COPY storage storage
COPY scheduler scheduler
COPY ui ui
RUN .venv/bin/pip install --no-cache-dir --no-deps --editable . \
    && .venv/bin/python -m compileall -q domain storage scheduler ui

FROM python:3.12-slim-trixie
# pg_dump and pg_restore, for backups of PostgreSQL; they must be as new as the server in compose.yaml.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client-17 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin kamra \
    && install --directory --owner kamra --group kamra --mode 0700 /data
COPY --from=built /opt/kamra /opt/kamra
# Only /data and /tmp are ever written to, so the root may be mounted read-only.
ENV PATH=/opt/kamra/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOME=/tmp \
    KAMRA_DATA=/data
USER kamra
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", \
    "import os, urllib.request as web; web.urlopen('http://127.0.0.1:' + os.environ.get('KAMRA_PORT', '8080') + '/health', timeout=4)"]
ENTRYPOINT ["kamra"]
CMD ["serve"]
