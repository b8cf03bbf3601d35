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
    (ipaddress.ip_network("2002::/16"), 80),
)
# Where each network embeds addresses of IPv4 as it likes (RFC 8215): behind 48, 56, 64 or 96 bits, of which the octet
# from the 64th bit on is no part (RFC 6052).
_TRANSLATING = ipaddress.ip_network("64:ff9b:1::/48")
_LENGTHS = (48, 56, 64, 96)
_OCTET_64 = 0xFF << 56
_NOWHERE = ipaddress.ip_network("0.0.0.0/8")  # what is read where nothing is embedded
_TUNNELLED = (0x00005EFE, 0x02005EFE)  # before an address of IPv4, in any network: ISATAP (RFC 5214)
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
    return all(is_outside(str(one[4][0])) for one in found)


def is_outside(number: str) -> bool:
    """Whether the address of a machine, as a number, is none of this machine or of a private network."""
    meant = ipaddress.ip_address(number.partition("%")[0])
    return _is_global(meant) or meant in _STAND_IN


def _host(address: str) -> str:
    host = (urlsplit(address).hostname or "").translate(_DOTS)
    return unicodedata.normalize("NFKC", host).rstrip(".").casefold()


def _is_global(address: _Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        if address in _TRANSLATING:
            return _translates_to_global(address)
        if int(address) >> 32 & 0xFFFFFFFF in _TUNNELLED and not _is_global(_last_four(int(address))):
            return False
        for network, after in _EMBEDDING:
            if address in network:
                return _is_global(_last_four(int(address) >> after))
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast


def _translates_to_global(address: ipaddress.IPv6Address) -> bool:
    """Whether every address of IPv4 that may be embedded there, behind whatever length of prefix, is on the web."""
    bits = int(address)
    without_octet = bits & (_OCTET_64 - 1) | (bits & ~((1 << 64) - 1)) >> 8  # 120 bits
    behind = (bits if length == _LENGTHS[-1] else without_octet >> 88 - length for length in _LENGTHS)
    meant = [one for one in map(_last_four, behind) if one not in _NOWHERE]
    return bool(meant) and all(map(_is_global, meant))


def _last_four(bits: int) -> ipaddress.IPv4Address:
    """The address of IPv4 in the last 32 bits."""
    return ipaddress.IPv4Address(bits & 0xFFFFFFFF)
