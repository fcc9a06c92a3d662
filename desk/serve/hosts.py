"""Which names this machine answers to: a page of another site must not reach it by a name that leads here."""

import ipaddress

_OWN = frozenset({"localhost", ""})


def is_own_host(name: str, hosts: frozenset[str]) -> bool:
    """Tell whether a request names this machine: by its own name, by a number, or by a name that was given.

    A name that somebody lets lead to this machine (DNS rebinding) is none of these; and a number is no name.
    """
    bare = name.strip("[]").lower().rstrip(".")
    if bare in _OWN or bare.endswith(".localhost") or bare in hosts:
        return bool(bare)
    try:
        ipaddress.ip_address(bare)
    except ValueError:
        return False
    return True
