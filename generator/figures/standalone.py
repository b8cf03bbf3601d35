"""A figure of the website as an SVG file of its own: in its wide variant, with its colours and letters in it.

On the website a style sheet lays figures out for the available width. A file has one width, so what the style sheet
(`assets/figures.css`) computes for it is written into the drawing, in SVG and CSS that every program reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from generator.figures.figure import Figure

FULL = 960.0  # pixels, the greatest width of a figure on the website
_MARGIN = 12.0
_NAMES = 0.4  # of the width of a matrix, for the names of its rows
_GAP = 2.0  # pixels between the cells of a matrix
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_COLOURS = {
    "s0": "#5b6270", "s1": "#0a61b0", "s2": "#a84d00", "s3": "#1b7a43", "s4": "#7a3db8", "s5": "#bd2340",
    "s6": "#00717c", "s7": "#7d5410", "s8": "#a3278f",
}  # fmt: skip
_STYLE = """
text { font-family: "DejaVu Sans", Verdana, sans-serif; font-size: 11px; fill: #1a1a1a; }
.area { fill: none; }
.grounds { opacity: .13; }
.labels text { text-anchor: middle; font-weight: 700; }
.base { stroke: #1a1a1a; stroke-opacity: .45; }
.axis text, .heads text, .total, .cell text { text-anchor: middle; }
.total { font-weight: 700; }
.inside { fill: #fff; }
.empty rect { fill: none; stroke: #1a1a1a; stroke-opacity: .12; stroke-dasharray: 2 3; }
.phase { font-weight: 700; letter-spacing: .06em; }
.box rect { fill: #eef2fa; stroke: #33518f; stroke-width: 1.2px; }
.box.apart rect { fill: #fff; stroke-dasharray: 5 4; }
.arrow { stroke: #1a1a1a; stroke-width: 1.2px; }
"""
_VARIABLE = re.compile(r"--(?P<name>[a-z]+):(?P<value>-?[\d.]+)")


def standalone(figure: Figure, room: float = FULL, moved: Callable[[str], str] = str) -> str:
    """The figure's drawing, `room` pixels wide, as the text of an SVG file on a white ground.

    Marks stay links; `moved` turns their addresses into those as seen from the file's place.
    """
    from defusedxml.ElementTree import fromstring

    drawing = fromstring(str(figure.svg))
    for link in drawing.iter(f"{{{_SVG}}}a"):
        link.set("href", moved(link.get("href", "")))
    variables = _variables(drawing)
    height = variables.get("wide", 400.0)
    _settle(drawing, room, variables.get("n", 1.0), "")
    for name in ("style", "width", "height", "id", "aria-labelledby", "aria-describedby"):
        drawing.attrib.pop(name, None)
    drawing.attrib |= {
        "x": f"{_MARGIN:g}", "y": f"{_MARGIN:g}", "width": f"{room:g}", "height": f"{height:g}", "overflow": "visible",
    }  # fmt: skip
    width, tall = f"{room + 2 * _MARGIN:g}", f"{height + 2 * _MARGIN:g}"
    whole = Element(f"{{{_SVG}}}svg", {"viewBox": f"0 0 {width} {tall}", "width": width, "height": tall, "role": "img"})
    SubElement(whole, f"{{{_SVG}}}title").text = figure.title
    SubElement(whole, f"{{{_SVG}}}desc").text = figure.description
    SubElement(whole, f"{{{_SVG}}}style").text = _STYLE
    SubElement(whole, f"{{{_SVG}}}rect", {"width": "100%", "height": "100%", "fill": "#fff"})
    whole.append(drawing)
    register_namespace("", _SVG)
    register_namespace("xlink", _XLINK)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(whole, encoding="unicode")}\n'


def _settle(element: Element, room: float, columns: float, colour: str) -> None:
    """Write what the style sheet gives an element and its content into them, and leave out what a file does not show.

    `room` and `columns` are those of a matrix; `colour` is that of the section around the element.
    """
    classes = element.get("class", "").split()
    colour = next((_COLOURS[name] for name in classes if name in _COLOURS), colour)
    name = element.tag.rpartition("}")[2]
    if colour and name in ("use", "rect", "circle") and not {"area", "inside"} & set(classes):
        element.set("fill", colour)
    for child in list(element):
        if {"narrow", "reach"} & set(child.get("class", "").split()):
            element.remove(child)
            continue
        if "cells" in classes:
            _place(child, room, columns)
        _settle(child, room, columns, colour)
    if "style" in element.attrib and "--" in element.attrib["style"]:
        del element.attrib["style"]


def _place(cell: Element, room: float, columns: float) -> None:
    """A cell of a matrix moved into its column and its parts sized, as `assets/figures.css` would."""
    wide = room * (1 - _NAMES) / columns
    left = room * _NAMES + wide * _variables(cell).get("j", 0.0)
    cell.set("transform", f"translate({left:.1f} 0)")
    for part in cell.iter():
        name = part.tag.rpartition("}")[2]
        if name == "rect":
            part.set("width", f"{wide - _GAP:.1f}")
        elif name == "text":
            part.set("x", f"{wide / 2:.1f}")


def _variables(element: Element) -> dict[str, float]:
    """The variables in an element's style, by name."""
    return {found["name"]: float(found["value"]) for found in _VARIABLE.finditer(element.get("style", ""))}
