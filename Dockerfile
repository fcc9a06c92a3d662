# The desk in a container: a plain Debian with what the project needs, and its environment.
#   docker build --tag broadsheet .
#   docker run --rm --volume "$PWD/content:/paper/content" --volume "$PWD/output:/paper/output" broadsheet build
FROM debian:12-slim AS machine
# Its own Python; git, ssh and rsync for publishing.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        ca-certificates git openssh-client python3 python3-venv rsync \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --create-home --shell /bin/bash --uid 1000 editor
ENV LANG=C.UTF-8

FROM machine
RUN install --directory --owner=editor --group=editor /paper
WORKDIR /paper
# By number, so that a host which lets in no root knows that this is none.
USER 1000
# The environment first: it stays as it is while the lock does.
COPY --chown=editor inv requirements.lock tasks.py ./
RUN ./inv --list
COPY --chown=editor . .
EXPOSE 8000
ENTRYPOINT ["./inv"]
CMD ["--list"]
