"""A bucket: Amazon's, or of any service that speaks S3. By boto3, Amazon's own library."""

import gzip
import json
import mimetypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import boto3
from boto3.exceptions import S3UploadFailedError
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError

from ..edition import HOSTS_FOLDER, Edition, SiteFile, made, without_folder, without_twins
from ..headers import cache_for
from ..problems import RefusalError, SendingError
from ..settings import S3, Headers
from ..store import StoreHost, store_host
from .host import Host, Order

Client = Any
"""boto3 makes its clients when it runs."""

REDIRECTS, RULES = f"{HOSTS_FOLDER}s3-objects.tsv", f"{HOSTS_FOLDER}s3-routing-rules.json"
"""What old_addresses writes for S3."""
_TYPES = {
    ".html": "text/html; charset=utf-8", ".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8",
    ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8", ".json": "application/json", ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml", ".avif": "image/avif", ".webp": "image/webp",
}  # fmt: skip
_TEXTS = frozenset({".html", ".xml", ".txt", ".js", ".mjs", ".css", ".json", ".webmanifest", ".svg"})
_MOST_RULES = 50
"""Of one bucket's website."""
_TOGETHER = 1_000
"""Files that one request takes away."""
_WHOLE = 16 << 20
"""Bytes up to which a file is sent in one request."""


def media_type(place: str) -> str:
    """Give the type of a file."""
    ending = place[place.rfind(".") :].lower() if "." in place.rpartition("/")[2] else ""
    return _TYPES.get(ending) or mimetypes.guess_type(place)[0] or "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket, or a folder in it."""

    client: Client
    """boto3's."""
    target: S3
    """Its settings."""
    headers: Headers
    """What is sent with the files."""
    workers: int
    """Uploads at once."""
    keeps_sizes: bool
    """Not where texts are compressed there."""

    def standing(self) -> Iterator[tuple[str, int]]:
        """Give place and bytes of each object."""
        start = self._key("")
        for page in self.client.get_paginator("list_objects_v2").paginate(Bucket=self.target.bucket, Prefix=start):
            for thing in page.get("Contents", ()):
                yield thing["Key"].removeprefix(start), thing["Size"]

    def read(self, place: str) -> bytes:
        """Give a small object; nothing where it is not there. Raises ClientError."""
        try:
            return bytes(self.client.get_object(Bucket=self.target.bucket, Key=self._key(place))["Body"].read())
        except self.client.exceptions.NoSuchKey:
            return b""

    def write(self, place: str, octets: bytes) -> None:
        """Write a small object that nobody keeps."""
        self.client.put_object(
            Bucket=self.target.bucket, Key=self._key(place), Body=octets, CacheControl="no-store",
            ContentType="application/gzip",
        )  # fmt: skip

    def settle(self) -> None:
        """Do nothing: what S3 has answered for is kept."""

    def put(self, edition: Edition, file: SiteFile) -> None:
        """Put an object; a large one in parts, which S3 joins when all are there."""
        sent, key = self._headers(file), self._key(file.place)
        if "ContentEncoding" in sent:
            packed = gzip.compress(edition.octets(file), compresslevel=9, mtime=0)
            self.client.put_object(Bucket=self.target.bucket, Key=key, Body=packed, **sent)
        elif file.octets is None and file.size > _WHOLE:
            in_turn = TransferConfig(use_threads=False)
            self.client.upload_file(str(edition.path(file)), self.target.bucket, key, ExtraArgs=sent, Config=in_turn)
        else:
            self.client.put_object(Bucket=self.target.bucket, Key=key, Body=edition.octets(file), **sent)

    def remove(self, places: Sequence[str]) -> None:
        """Take objects away, a thousand at once. Raises SendingError where some stay."""
        for start in range(0, len(places), _TOGETHER):
            keys = [{"Key": self._key(place)} for place in places[start : start + _TOGETHER]]
            done = self.client.delete_objects(Bucket=self.target.bucket, Delete={"Objects": keys, "Quiet": True})
            if errors := done.get("Errors"):
                raise SendingError(
                    f"{self.target.bucket}: {errors[0]['Key']} cannot be removed: {errors[0]['Message']}"
                )

    def sent_with(self, file: SiteFile) -> str:
        """Give the headers of an object."""
        return json.dumps(self._headers(file), sort_keys=True)

    def _key(self, place: str) -> str:
        prefix = self.target.prefix.strip("/")
        return f"{prefix}/{place}" if prefix else place

    def _headers(self, file: SiteFile) -> dict[str, str]:
        sent = {"CacheControl": cache_for(file.place, self.headers), "ContentType": media_type(file.place)}
        if file.leads_to:
            sent["WebsiteRedirectLocation"] = file.leads_to
        elif self.target.encoding and file.place[file.place.rfind(".") :] in _TEXTS:
            sent["ContentEncoding"] = self.target.encoding
        return sent


@dataclass(slots=True)
class BucketHost(StoreHost):
    """A bucket as a target."""

    bucket: Bucket
    """The same, with its settings."""
    rules: str = "[]"
    """The rules for what many old addresses share, as old_addresses wrote them."""

    def take(self, edition: Edition) -> Edition:
        """Give the files with an object for each old address; a bucket cannot choose between a file and its twins."""
        self.rules = edition.text(RULES) or "[]"
        if (many := len(json.loads(self.rules))) > _MOST_RULES:
            raise RefusalError(f"{RULES} has {many} rules, and a bucket takes {_MOST_RULES}: build again.")
        kept = without_folder(without_twins(edition.files.values()), HOSTS_FOLDER)
        return edition.with_files([*_redirects(edition), *kept])

    def settle(self) -> None:
        """Set the bucket up as a website, where the settings ask for it."""
        if self.bucket.target.website:
            website: dict[str, Any] = {"IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "404.html"}}
            if rules := json.loads(self.rules):
                website["RoutingRules"] = rules
            self.bucket.client.put_bucket_website(Bucket=self.bucket.target.bucket, WebsiteConfiguration=website)

    def address(self) -> str:
        """Give the site's own."""
        return ""


def _redirects(edition: Edition) -> Iterator[SiteFile]:
    for line in edition.text(REDIRECTS).splitlines():
        place, _, location = line.partition("\t")
        if place not in edition.files:
            yield made(place, b"", leads_to=location)


@contextmanager
def s3(target: S3, order: Order) -> Iterator[Host]:
    """Open a bucket. Raises SendingError, and RefusalError where there are no keys."""
    try:
        bucket = Bucket(_client(target), target, order.headers, target.workers, not target.encoding)
        store = store_host(bucket, again=order.again)
        yield BucketHost(store.store, store.ledger, bucket)
    except NoCredentialsError:
        raise RefusalError(
            "there are no keys for S3: put AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY into the environment, or name a "
            "profile in publish.toml."
        ) from None
    except ClientError as error:
        told = error.response.get("Error", {})
        code = told.get("Code", "")
        raise SendingError(
            f"{target.bucket}: {_WORDS.get(code) or told.get('Message', error)} ({error.operation_name}: {code}). "
            "What was there stays; publish again when it is mended."
        ) from None
    except (BotoCoreError, S3UploadFailedError) as error:
        raise SendingError(f"{target.bucket}: {error}. What was there stays; publish again.") from None


_WORDS = {
    "NoSuchBucket": "there is no such bucket: make it, or correct its name in publish.toml",
    "AccessDenied": "the keys are not allowed to do this: they need s3:ListBucket, s3:GetObject, s3:PutObject, "
    "s3:DeleteObject, and s3:PutBucketWebsite with website = true",
    "InvalidAccessKeyId": "the keys in the environment are unknown there",
    "SignatureDoesNotMatch": "the secret key in the environment is another one",
}


def _client(target: S3) -> Client:
    session = boto3.Session(profile_name=target.profile or None, region_name=target.region or None)
    config = Config(
        max_pool_connections=target.workers,
        retries={"mode": "standard", "max_attempts": 8},
        connect_timeout=15,
        # Other services know less of Amazon's newest checksums.
        request_checksum_calculation="when_required" if target.endpoint else "when_supported",
    )
    return session.client("s3", endpoint_url=target.endpoint or None, config=config)
