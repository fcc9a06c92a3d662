"""A bucket of a real S3 server: objects with their headers, redirects as objects, in order, and after a kill."""

import json
import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import pytest

from published_papers import HOSTILE, ROOT, Desk, copy, files_of, page, paper, write

BUCKETS = iter(range(10_000))
Client = Any
"""boto3 makes its clients when it runs."""


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put keys into the environment, where alone they are looked for."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "gull")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "never-shown")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket of the server."""

    address: str
    """Where the server is."""
    name: str
    """Its name."""
    client: Client
    """Asks the server."""

    def desk(self, folder: Path, more: str = "") -> Desk:
        """Give a desk that publishes there."""
        return Desk(folder, f'[s3]\nbucket = "{self.name}"\nendpoint = "{self.address}"\n{more}')

    def objects(self) -> dict[str, bytes]:
        """Give the content of every object, by key, but for what we keep there for ourselves."""
        listed = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.name)
        keys = [thing["Key"] for part in listed for thing in part.get("Contents", ())]
        return {key: self.get(key)["Body"].read() for key in keys if "_hosts/" not in key}

    def get(self, key: str) -> Client:
        """Give an object with its headers."""
        return self.client.get_object(Bucket=self.name, Key=key)


@pytest.fixture
def bucket(s3_address: str, keys: None) -> Bucket:
    """Give a new bucket."""
    del keys
    client = boto3.client("s3", endpoint_url=s3_address)
    name = f"paper-{next(BUCKETS)}"
    client.create_bucket(Bucket=name)
    return Bucket(s3_address, name, client)


def uncompressed(site: Path) -> dict[str, bytes]:
    return {place: octets for place, octets in files_of(site).items() if not place.endswith(".gz")}


def test_whole(site: Path, tmp_path: Path, bucket: Bucket) -> None:
    """The bucket holds the site, each object with its type and for how long it may be kept; no secret is told."""
    done = bucket.desk(tmp_path).publish("s3", site)

    assert done.status == 0, done.said
    assert "never-shown" not in done.said
    assert uncompressed(site) == bucket.objects()
    front = bucket.get("index.html")
    assert ("text/html; charset=utf-8", "public, max-age=60, must-revalidate") == (
        front["ContentType"], front["CacheControl"],
    )  # fmt: skip
    script = bucket.get("theme/share.0123456789.js")
    assert "public, max-age=31536000, immutable" == script["CacheControl"]
    picture = bucket.get("wp-content/uploads/tide.jpg")
    assert ("image/jpeg", "public, max-age=86400") == (picture["ContentType"], picture["CacheControl"])


def test_nothing_twice(site: Path, tmp_path: Path, bucket: Bucket) -> None:
    """A second run puts no object; a change of headers puts those that it concerns."""
    desk = bucket.desk(tmp_path)
    desk.publish("s3", site)
    put = {key: bucket.get(key)["LastModified"] for key in bucket.objects()}

    assert "nothing to publish" in desk.publish("s3", site).said
    assert put == {key: bucket.get(key)["LastModified"] for key in put}
    longer = bucket.desk(tmp_path, "[headers]\nfiles = 999\n").publish("s3", site)
    assert "1 changed" in longer.said
    assert "max-age=999" in bucket.get("wp-content/uploads/tide.jpg")["CacheControl"]


def test_old_addresses(tmp_path: Path, bucket: Bucket) -> None:
    """What old_addresses wrote for S3 becomes objects that lead on, and rules of the bucket's website."""
    rules = [{"Condition": {"KeyPrefixEquals": "index.php/"}, "Redirect": {"ReplaceKeyPrefixWith": ""}}]
    site = paper(tmp_path / "site", files={
        "_hosts/s3-objects.tsv": "old/index.html\t/2024/11/story-1/\n2024/11/story-2/index.html\t/nowhere/\n",
        "_hosts/s3-routing-rules.json": json.dumps(rules),
    })  # fmt: skip
    desk = bucket.desk(tmp_path, "website = true\n")
    done = desk.publish("s3", site)

    assert done.status == 0, done.said
    assert "/2024/11/story-1/" == bucket.get("old/index.html")["WebsiteRedirectLocation"]
    # A page stands before a redirect to elsewhere.
    assert "WebsiteRedirectLocation" not in bucket.get("2024/11/story-2/index.html")
    website = bucket.client.get_bucket_website(Bucket=bucket.name)
    assert ({"Suffix": "index.html"}, {"Key": "404.html"}) == (website["IndexDocument"], website["ErrorDocument"])
    assert rules == website["RoutingRules"]
    assert "nothing to publish" in desk.publish("s3", site).said
    assert "old addresses lead nowhere" not in done.said
    write(site, "_hosts/s3-routing-rules.json", json.dumps(rules * 51))
    assert "51 rules, and a bucket takes 50" in desk.publish("s3", site).said


def test_compressed(site: Path, tmp_path: Path, bucket: Bucket) -> None:
    """Where it is asked for, texts are stored compressed, and say so; pictures are as they are."""
    done = bucket.desk(tmp_path, 'encoding = "gzip"\n').publish("s3", site)

    assert done.status == 0, done.said
    front = bucket.get("index.html")
    assert "gzip" == front["ContentEncoding"]
    assert b"\x1f\x8b" == front["Body"].read()[:2]
    assert "ContentEncoding" not in bucket.get("wp-content/uploads/tide.jpg")
    assert "nothing to publish" in bucket.desk(tmp_path, 'encoding = "gzip"\n').publish("s3", site).said


def test_prefix(site: Path, tmp_path: Path, bucket: Bucket) -> None:
    """A site may live in a folder of a bucket; what lies beside it is never touched."""
    bucket.client.put_object(Bucket=bucket.name, Key="other/index.html", Body=b"of others")
    bucket.client.put_object(Bucket=bucket.name, Key="gull/notes.txt", Body=b"of others")
    desk = bucket.desk(tmp_path)
    desk.publish("s3", site, "--to", f"{bucket.name}/gull")
    (site / "2024/11/story-0/index.html").unlink()
    done = desk.publish("s3", site, "--to", f"s3://{bucket.name}/gull")

    assert "1 removed" in done.said
    kept = {f"gull/{place}": octets for place, octets in uncompressed(site).items()}
    assert kept | {"other/index.html": b"of others", "gull/notes.txt": b"of others"} == bucket.objects()


def test_hostile_names(tmp_path: Path, bucket: Bucket) -> None:
    """Spaces, both Unicode forms, per cent signs, quotes and a leading dash go through, and away again."""
    site = paper(tmp_path / "site", files=dict.fromkeys(HOSTILE, "hostile"))
    desk = bucket.desk(tmp_path)

    assert desk.publish("s3", site).status == 0
    assert set(HOSTILE) <= set(bucket.objects())
    assert "nothing to publish" in desk.publish("s3", site).said
    for place in HOSTILE:
        (site / place).unlink()
    assert desk.publish("s3", site).status == 0
    assert uncompressed(site) == bucket.objects()


def test_large_file(site: Path, tmp_path: Path, bucket: Bucket) -> None:
    """A film is sent in parts and is there whole."""
    film = os.urandom(1 << 20) * 20
    (site / "film.mp4").write_bytes(film)

    assert bucket.desk(tmp_path).publish("s3", site).status == 0
    assert film == bucket.get("film.mp4")["Body"].read()


def test_killed(tmp_path: Path, bucket: Bucket) -> None:
    """Killed in the middle: no page of the new edition stands without what it needs; the next run completes it."""
    old = paper(tmp_path / "old", stories=120)
    desk = bucket.desk(tmp_path, "workers = 2\n")
    desk.publish("s3", old)
    newer = copy(old, "newer")
    for number in range(120):
        write(newer, f"theme/part-{number}.{number:010x}.js", f"part({number})")
        write(newer, f"2024/11/story-{number}/index.html", page(f"Story {number}, anew"))
    command = desk.command("s3", newer, "--no-checks")
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while len(bucket.client.list_objects_v2(Bucket=bucket.name, Prefix="theme/").get("Contents", ())) < 40:
        assert running.poll() is None
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()
    there = bucket.objects()

    assert uncompressed(old).items() <= there.items(), "the old site is not whole"
    assert len(there) < len(uncompressed(newer))
    assert desk.publish("s3", newer).status == 0
    assert uncompressed(newer) == bucket.objects()
    # And back: nothing that the killed run began is taken for what it was.
    assert desk.publish("s3", old).status == 0
    assert uncompressed(old).items() <= bucket.objects().items()


def test_no_bucket(site: Path, tmp_path: Path, bucket: Bucket) -> None:
    """What the service says is told in plain words, with what to do."""
    done = bucket.desk(tmp_path).publish("s3", site, "--to", "no-such-bucket-here")

    assert done.status == 1
    assert "there is no such bucket: make it, or correct its name in publish.toml" in done.said
    assert "Traceback" not in done.said


def test_nobody_there(site: Path, tmp_path: Path, keys: None) -> None:
    """A service that cannot be reached is told of in a sentence."""
    del keys
    desk = Desk(tmp_path, '[s3]\nbucket = "b"\nendpoint = "http://127.0.0.1:9"\n')
    done = desk.publish("s3", site)

    assert done.status == 1
    assert "What was there stays" in done.said
    assert "Traceback" not in done.said


def test_without_keys(site: Path, tmp_path: Path, s3_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without keys nothing is tried, and the environment's variables are named."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    done = Desk(tmp_path, f'[s3]\nbucket = "b"\nendpoint = "{s3_address}"\n').publish("s3", site)

    assert done.status == 2
    assert "AWS_ACCESS_KEY_ID" in done.said
