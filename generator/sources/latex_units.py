r"""The units of siunitx, which writers of titles set by name: `\SI{5}{\micro\metre}`."""

from __future__ import annotations

import re

_PREFIXES = {
    "femto": "f", "pico": "p", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "hecto": "h",
    "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P",
}  # fmt: skip
UNITS = _PREFIXES | {
    "metre": "m", "meter": "m", "gram": "g", "second": "s", "ampere": "A", "kelvin": "K", "mole": "mol",
    "candela": "cd",
    "hertz": "Hz", "newton": "N", "pascal": "Pa", "joule": "J", "watt": "W", "coulomb": "C", "volt": "V", "farad": "F",
    "ohm": "Ω", "siemens": "S", "weber": "Wb", "tesla": "T", "henry": "H", "celsius": "°C", "degreeCelsius": "°C",
    "lumen": "lm", "lux": "lx", "becquerel": "Bq", "gray": "Gy", "sievert": "Sv", "litre": "l", "liter": "L",
    "hour": "h", "minute": "min", "day": "d", "hectare": "ha", "tonne": "t", "electronvolt": "eV", "dalton": "Da",
    "decibel": "dB", "bar": "bar", "percent": "%", "angstrom": "Å", "byte": "B", "bit": "bit", "degree": "°",
    "per": "/", "square": "²", "cubic": "³", "squared": "²", "cubed": "³", "molar": "M",
    "kg": "kg", "nm": "nm", "um": "µm", "mm": "mm", "cm": "cm", "km": "km", "mg": "mg", "ug": "µg", "ml": "ml",
    "ms": "ms", "us": "µs", "ns": "ns", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "kPa": "kPa", "MPa": "MPa",
    "keV": "keV", "MeV": "MeV", "GeV": "GeV", "TeV": "TeV",
}  # fmt: skip
_UNIT = re.compile(r"\\(?P<name>[A-Za-z]+)\s*")
_POWER = re.compile(r"(?P<power>[²³])(?P<unit>[^/²³]+)")


def unit(text: str) -> str:
    r"""The units of siunitx: `\micro\metre` is `µm`, `\kilo\gram\per\cubic\metre` is `kg/m³`; unknown ones stay."""
    read = _UNIT.sub(lambda found: UNITS.get(found["name"], found[0]), text)
    return _POWER.sub(lambda found: f"{found['unit']}{found['power']}" if found.start() else found[0], read)
