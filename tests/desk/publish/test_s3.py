"""A bucket of a real S3 server: objects with their headers, redirects as objects, in order, and after a kill."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest

from published_papers import HOSTILE, ROOT, Desk, copy, files_of, page, paper, write

BUCKETS = iter(range(10_000))


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put keys into the environment, where alone they are looked for."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "gull")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "never-shown")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")


@pytest.fixture
def client(s3_address: str, keys: None) -> Any:
    """Give a client of the server."""
    del keys
    return boto3.client("s3", endpoint_url=s3_address)


@pytest.fixture
def bucket(client: Any) -> Iterator[str]:
    """Give a new bucket."""
    name = f"paper-{next(BUCKETS)}"
    client.create_bucket(Bucket=name)
    yield name


def desk_for(folder: Path, address: str, bucket: str, more: str = "") -> Desk:
    return Desk(folder, f'[s3]\nbucket = "{bucket}"\nendpoint = "{address}"\n{more}')


def objects(client: Any, bucket: str) -> dict[str, bytes]:
    listed = client.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    keys = [thing["Key"] for part in listed for thing in part.get("Contents", ())]
    return {key: client.get_object(Bucket=bucket, Key=key)["Body"].read() for key in keys if "_hosts/" not in key}


def uncompressed(site: Path) -> dict[str, bytes]:
    return {place: octets for place, octets in files_of(site).items() if not place.endswith(".gz")}


def test_whole(site: Path, tmp_path: Path, s3_address: str, bucket: str, client: Any) -> None:
    """The bucket holds the site, each object with its type and for how long it may be kept; no secret is told."""
    done = desk_for(tmp_path, s3_address, bucket).publish("s3", site)

    assert done.status == 0, done.said
    assert "never-shown" not in done.said
    assert uncompressed(site) == objects(client, bucket)
    front = client.head_object(Bucket=bucket, Key="index.html")
    assert ("text/html; charset=utf-8", "public, max-age=60, must-revalidate") == (
        front["ContentType"], front["CacheControl"],
    )  # fmt: skip
    script = client.head_object(Bucket=bucket, Key="theme/share.0123456789.js")
    assert "public, max-age=31536000, immutable" == script["CacheControl"]
    picture = client.head_object(Bucket=bucket, Key="wp-content/uploads/tide.jpg")
    assert ("image/jpeg", "public, max-age=86400") == (picture["ContentType"], picture["CacheControl"])


def test_nothing_twice(site: Path, tmp_path: Path, s3_address: str, bucket: str, client: Any) -> None:
    """A second run puts no object; a change of headers puts those that it concerns."""
    desk = desk_for(tmp_path, s3_address, bucket)
    desk.publish("s3", site)
    put = {key: client.head_object(Bucket=bucket, Key=key)["LastModified"] for key in objects(client, bucket)}

    assert "nothing to publish" in desk.publish("s3", site).said
    assert put == {key: client.head_object(Bucket=bucket, Key=key)["LastModified"] for key in put}
    longer = desk_for(tmp_path, s3_address, bucket, "[headers]\nfiles = 999\n").publish("s3", site)
    assert "1 changed" in longer.said
    assert "max-age=999" in client.head_object(Bucket=bucket, Key="wp-content/uploads/tide.jpg")["CacheControl"]


def test_old_addresses(tmp_path: Path, s3_address: str, bucket: str, client: Any) -> None:
    """What old_addresses wrote for S3 becomes objects that lead on, and rules of the bucket's website."""
    rules = [{"Condition": {"KeyPrefixEquals": "index.php/"}, "Redirect": {"ReplaceKeyPrefixWith": ""}}]
    site = paper(tmp_path / "site", files={
        "_hosts/s3-objects.tsv": "old/index.html\t/2024/11/story-1/\n2024/11/story-2/index.html\t/nowhere/\n",
        "_hosts/s3-routing-rules.json": json.dumps(rules),
    })  # fmt: skip
    desk = desk_for(tmp_path, s3_address, bucket, "website = true\n")
    done = desk.publish("s3", site)

    assert done.status == 0, done.said
    assert "/2024/11/story-1/" == client.head_object(Bucket=bucket, Key="old/index.html")["WebsiteRedirectLocation"]
    # A page stands before a redirect to elsewhere.
    assert "WebsiteRedirectLocation" not in client.head_object(Bucket=bucket, Key="2024/11/story-2/index.html")
    website = client.get_bucket_website(Bucket=bucket)
    assert ({"Suffix": "index.html"}, {"Key": "404.html"}) == (website["IndexDocument"], website["ErrorDocument"])
    assert rules == website["RoutingRules"]
    assert "nothing to publish" in desk.publish("s3", site).said


def test_compressed(site: Path, tmp_path: Path, s3_address: str, bucket: str, client: Any) -> None:
    """Where it is asked for, texts are stored compressed, and say so; pictures are as they are."""
    done = desk_for(tmp_path, s3_address, bucket, 'encoding = "gzip"\n').publish("s3", site)

    assert done.status == 0, done.said
    front = client.get_object(Bucket=bucket, Key="index.html")
    assert "gzip" == front["ContentEncoding"]
    assert b"\x1f\x8b" == front["Body"].read()[:2]
    assert "ContentEncoding" not in client.get_object(Bucket=bucket, Key="wp-content/uploads/tide.jpg")
    assert "nothing to publish" in desk_for(tmp_path, s3_address, bucket, 'encoding = "gzip"\n').publish("s3", site).said


def test_prefix(site: Path, tmp_path: Path, s3_address: str, bucket: str, client: Any) -> None:
    """A site may live in a folder of a bucket; what lies beside it is never touched."""
    client.put_object(Bucket=bucket, Key="other/index.html", Body=b"of others")
    client.put_object(Bucket=bucket, Key="gull/notes.txt", Body=b"of others")
    desk = desk_for(tmp_path, s3_address, bucket)
    desk.publish("s3", site, "--to", f"{bucket}/gull")
    (site / "2024/11/story-0/index.html").unlink()
    done = desk.publish("s3", site, "--to", f"s3://{bucket}/gull")

    assert "1 removed" in done.said
    kept = {f"gull/{place}": octets for place, octets in uncompressed(site).items()}
    assert kept | {"other/index.html": b"of others", "gull/notes.txt": b"of others"} == objects(client, bucket)


def test_hostile_names(tmp_path: Path, s3_address: str, bucket: str, client: Any) -> None:
    """Spaces, both Unicode forms, per cent signs, quotes and a leading dash go through, and away again."""
    site = paper(tmp_path / "site", files=dict.fromkeys(HOSTILE, "hostile"))
    desk = desk_for(tmp_path, s3_address, bucket)

    assert desk.publish("s3", site).status == 0
    assert set(HOSTILE) <= set(objects(client, bucket))
    assert "nothing to publish" in desk.publish("s3", site).said
    for place in HOSTILE:
        (site / place).unlink()
    assert desk.publish("s3", site).status == 0
    assert uncompressed(site) == objects(client, bucket)


def test_large_file(site: Path, tmp_path: Path, s3_address: str, bucket: str, client: Any) -> None:
    """A film is sent in parts and is there whole."""
    film = os.urandom(1 << 20) * 20
    (site / "film.mp4").write_bytes(film)

    assert desk_for(tmp_path, s3_address, bucket).publish("s3", site).status == 0
    assert film == client.get_object(Bucket=bucket, Key="film.mp4")["Body"].read()


def test_killed(tmp_path: Path, s3_address: str, bucket: str, client: Any) -> None:
    """Killed in the middle: no page of the new edition stands without what it needs; the next run completes it."""
    old = paper(tmp_path / "old", stories=300)
    desk = desk_for(tmp_path, s3_address, bucket, "workers = 2\n")
    desk.publish("s3", old)
    newer = copy(old, "newer")
    for number in range(300):
        write(newer, f"theme/part-{number}.{number:010x}.js", f"part({number})")
        write(newer, f"2024/11/story-{number}/index.html", page(f"Story {number}, anew"))
    command = desk.command("s3", newer, "--no-checks")
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while len(client.list_objects_v2(Bucket=bucket, Prefix="theme/").get("Contents", ())) < 100:
        assert running.poll() is None
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()
    there = objects(client, bucket)

    assert uncompressed(old).items() <= there.items(), "the old site is not whole"
    assert len(there) < len(uncompressed(newer))
    assert desk.publish("s3", newer).status == 0
    assert uncompressed(newer) == objects(client, bucket)
    # And back: nothing that the killed run began is taken for what it was.
    assert desk.publish("s3", old).status == 0
    assert uncompressed(old).items() <= objects(client, bucket).items()


@pytest.mark.parametrize(
    ("to", "said"), [("no-such-bucket-here", "there is no such bucket: make it, or correct its name in publish.toml")]
)
def test_mistakes(site: Path, tmp_path: Path, s3_address: str, keys: None, to: str, said: str) -> None:  # noqa: PLR0913  # fixtures
    """What the service says is told in plain words, with what to do."""
    del keys
    done = desk_for(tmp_path, s3_address, to).publish("s3", site)

    assert done.status == 1
    assert said in done.said
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
    done = desk_for(tmp_path, s3_address, "b").publish("s3", site)

    assert done.status == 2
    assert "AWS_ACCESS_KEY_ID" in done.said
