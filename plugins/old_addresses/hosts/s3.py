"""S3: an object for each old address, and routing rules for what many addresses share.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html
"""

import json
from collections.abc import Iterator

from ..plan import DIALECTS, FOLDER, Plan, Written
from ..rules import encoded

RULES, OBJECTS = f"{FOLDER}/s3-routing-rules.json", f"{FOLDER}/s3-objects.tsv"
"""Within the output."""
MOST_RULES = 50
"""Of one bucket's website."""
LONGEST_LOCATION = 2_048
"""Bytes of the head of an object that leads on."""


def s3(plan: Plan) -> Written:
    """Give the routing rules, and the list of objects: key, a tab, `x-amz-website-redirect-location`."""
    rules = list(_routing(plan))
    objects = list(_objects(plan))
    fitting = [line for line in objects if len(line[1]) <= LONGEST_LOCATION]
    warnings = []
    if len(rules) > MOST_RULES:
        warnings.append(f"S3 takes {MOST_RULES} routing rules, and {len(rules)} are wanted: the last are left out.")
    if left := len(objects) - len(fitting):
        warnings.append(f"S3 takes locations of up to {LONGEST_LOCATION:,} bytes: {left} old addresses are left out.")
    return Written(
        {
            RULES: json.dumps(rules[:MOST_RULES], indent=1) + "\n",
            OBJECTS: "".join(f"{key}\t{location}\n" for key, location in fitting),
        },
        warnings,
    )


def _objects(plan: Plan) -> Iterator[tuple[str, str]]:
    for rule in plan.paths:
        if rule.target:
            key = rule.source.lstrip("/")
            yield f"{key}index.html" if key.endswith("/") else key, encoded(rule.target)
    yield from ((source.lstrip("/"), encoded(target)) for source, target in plan.sizes())


def _routing(plan: Plan) -> Iterator[dict[str, dict[str, str]]]:
    """Give the rules that hold for all that begins alike, where no object is."""
    if plan.lists:
        yield from (_where_missing(f"feed/{name}", "feed/index.xml") for name in DIALECTS if name != "atom")
        yield _where_missing("feed/atom", "feed/atom/index.xml")
        yield _where_missing("feed/", "feed/index.xml")
    yield {"Condition": {"KeyPrefixEquals": "index.php/"}, "Redirect": {"ReplaceKeyPrefixWith": ""}}


def _where_missing(prefix: str, key: str) -> dict[str, dict[str, str]]:
    return {
        "Condition": {"KeyPrefixEquals": prefix, "HttpErrorCodeReturnedEquals": "404"},
        "Redirect": {"ReplaceKeyWith": key, "HttpRedirectCode": "301"},
    }
