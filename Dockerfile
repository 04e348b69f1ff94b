# duikou in a container, for docker-compose.yml. By hand: docker build --tag duikou . && docker run --rm duikou --help
FROM python:3.12.13-slim-bookworm AS build
WORKDIR /source
COPY pyproject.toml requirements.lock README.md LICENSE ./
COPY duikou duikou
COPY graph graph
COPY loaders loaders
COPY queries queries
COPY seeds seeds
RUN python -m venv --without-pip /duikou \
    && pip --python /duikou install --no-cache-dir --disable-pip-version-check --constraint requirements.lock ".[rust]"

FROM python:3.12.13-slim-bookworm
COPY --from=build /duikou /duikou
# The example articles stand where they stand in the repository. Nobody in particular owns the working folder: the user
# is a number, which docker-compose.yml may change.
RUN install --directory --owner=10001 --group=10001 /home/duikou \
    && ln --symbolic /duikou/lib/python3.12/site-packages/seeds /home/duikou/seeds
# onnxruntime, which the tagger runs on, would keep and send statistics.
ENV PATH=/duikou/bin:$PATH HOME=/home/duikou ORT_DISABLE_TELEMETRY=1
WORKDIR /home/duikou
USER 10001:10001
ENTRYPOINT ["duikou"]
