# Builds sto and puts it into an image that holds little else: no shell, no package manager, not root.
#
#   docker build -t sto .
#   docker run --rm -it -v sto:/data sto --config sto.ini diagnose
#
# The working folder is /data: options file, keystore and database belong there, on a volume that outlives the container.

FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=development
# SQLite and secp256k1 are C code, so the binary links the C library of this Debian, which the final image has as well.
RUN CGO_ENABLED=1 go build -trimpath -buildvcs=false \
      -ldflags "-s -w -X github.com/sto-project/sto/internal/cli.version=${VERSION}" \
      -o /out/sto ./cmd/sto \
 && tools/licences.sh texts > /out/THIRD-PARTY-LICENCES \
 && mkdir /out/data

FROM gcr.io/distroless/base-debian12:nonroot
COPY --from=build /out/sto /usr/local/bin/sto
COPY LICENSE NOTICE docs/licences.md /usr/share/doc/sto/
COPY --from=build /out/THIRD-PARTY-LICENCES /usr/share/doc/sto/
# A new volume takes over the owner of this folder, so that the unprivileged user can write to it.
COPY --from=build --chown=nonroot:nonroot /out/data /data
VOLUME /data
WORKDIR /data
USER nonroot:nonroot
ENTRYPOINT ["/usr/local/bin/sto"]
CMD ["help"]
