"""Which addresses are on the web, and not of this machine or of the network around it."""

from __future__ import annotations

import ipaddress
import re
import socket
import unicodedata
from urllib.parse import urlsplit

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_DOTS = str.maketrans("\u3002\uff0e\uff61", "...")  # which stand for a full stop in names of hosts
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")  # as the last part of a host: then all of it is an address, not a name
# IPv6 addresses in which one of IPv4 is embedded, and the bits that follow it there.
_EMBEDDING = (
    (ipaddress.ip_network("::/96"), 0),
    (ipaddress.ip_network("::ffff:0:0/96"), 0),
    (ipaddress.ip_network("::ffff:0:0:0/96"), 0),
    (ipaddress.ip_network("64:ff9b::/96"), 0),
    (ipaddress.ip_network("64:ff9b:1::/48"), 0),
    (ipaddress.ip_network("2002::/16"), 80),
)
_STAND_IN = ipaddress.ip_network("198.18.0.0/15")  # what some programs for proxies answer for every name


def is_public(address: str) -> bool:
    """Whether the address, as written, is on the web: not a host of this machine or of a private network."""
    parts = urlsplit(address)
    host = _host(address)
    if parts.scheme not in ("http", "https") or ("." not in host and ":" not in host):
        return False
    if host.endswith((".localhost", ".local", ".internal", ".home.arpa")):
        return False
    try:
        return _is_global(ipaddress.ip_address(host))
    except ValueError:
        return not _NUMBER.fullmatch(host.rpartition(".")[2])


def leads_outside(address: str) -> bool:
    """The same, and that the name does not stand for a host of this machine or of a private network.

    A name that is not known here is left to those who ask: it does not exist, or only a proxy knows it.
    """
    if not is_public(address):
        return False
    try:
        found = socket.getaddrinfo(_host(address), None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return True
    meant = [ipaddress.ip_address(str(one[4][0]).partition("%")[0]) for one in found]
    return all(_is_global(one) or one in _STAND_IN for one in meant)


def _host(address: str) -> str:
    host = (urlsplit(address).hostname or "").translate(_DOTS)
    return unicodedata.normalize("NFKC", host).rstrip(".").casefold()


def _is_global(address: _Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        for network, after in _EMBEDDING:
            if address in network:
                embedded = int(address) >> after & 0xFFFFFFFF
                return _is_global(ipaddress.IPv4Address(embedded))
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast
