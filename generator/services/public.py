"""Which addresses are on the web, and not of this machine or of the network around it."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def is_public(address: str) -> bool:
    """Whether the address, as written, is on the web: not a host of this machine or of a private network."""
    parts = urlsplit(address)
    host = (parts.hostname or "").rstrip(".").casefold()
    if parts.scheme not in ("http", "https") or ("." not in host and ":" not in host):
        return False
    if host.endswith((".localhost", ".local", ".internal", ".home.arpa")):
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return not host.replace(".", "").isdigit()
