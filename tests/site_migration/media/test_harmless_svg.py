from contextlib import nullcontext

import pytest

from site_migration.media.checks import RefusedError
from site_migration.media.harmless_svg import harmless_svg, refuse_scripted_xml

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
CIRCLE = '<circle r="4" fill="url(#sea)"/>'


@pytest.mark.parametrize(
    "inner",
    [
        CIRCLE,
        '<style>circle { fill: red; background: url("#a") }</style>' + CIRCLE,
        '<use xlink:href="#a"/><image href="data:image/png;base64,iVBORw0KGgo="/>',
        '<a href="https://gull.example/tide/"><text>Tide</text></a>',
        '<animate attributeName="r" from="1" to="4"/>',
        "<!-- drawn by hand --><title>A tide table</title>",
    ],
)
def test_harmless(inner: str) -> None:
    """A drawing that runs and fetches nothing keeps its bytes."""
    octets = SVG.format(inner).encode()

    assert (octets, []) == harmless_svg(octets)


@pytest.mark.parametrize(
    ("inner", "taken"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<SCRIPT>alert(1)</SCRIPT>", "script"),
        ('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', "script"),
        ('<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>', "script"),
        ('<g onload="alert(1)"/>', "onload="),
        ("<foreignObject><p>words</p></foreignObject>", "foreignobject"),
        ('<p xmlns="http://www.w3.org/1999/xhtml">words</p>', "p"),
        ('<a href="javascript:alert(1)"/>', "address that runs or fetches"),
        ('<a href=" java&#10;script:alert(1)"/>', "address that runs or fetches"),
        ('<a xlink:href="data:text/html,x"/>', "address that runs or fetches"),
        ('<use href="https://evil.example/a.svg#b"/>', "address that runs or fetches"),
        ('<image xlink:href="//evil.example/a.png"/>', "address that runs or fetches"),
        ('<image href="data:image/svg+xml;base64,PHN2Zz4="/>', "address that runs or fetches"),
        ('<set attributeName="href" to="javascript:alert(1)"/>', "set of a link"),
        ('<animate attributeName="xlink:href" values="javascript:alert(1)"/>', "animate of a link"),
        ('<set attributeName="onclick" to="alert(1)"/>', "set of a link"),
        ('<circle style="fill: url(https://evil.example/a)"/>', "style that fetches"),
        ('<circle style="fill: u\\72l(https://evil.example/a)"/>', "style that fetches"),
        ('<circle fill="url(//evil.example/a)"/>', "style that fetches"),
        ("<style>@import 'https://evil.example/a.css';</style>", "style that fetches"),
        ('<g xml:base="https://evil.example/"/>', "base of addresses"),
        ('<?xml-stylesheet href="a.xsl"?>', "entities"),
    ],
)
def test_made_harmless(inner: str, taken: str) -> None:
    """What runs or fetches is taken out and named, and the rest of the drawing stays."""
    octets, told = harmless_svg(SVG.format(f"<g>before{inner}after</g>" + CIRCLE).encode())

    assert [taken] == told
    assert b"alert" not in octets
    assert b"evil" not in octets
    assert b"before" in octets
    assert b"after" in octets
    assert b"<circle" in octets
    assert (octets, []) == harmless_svg(octets)


@pytest.mark.parametrize(
    "start", ['<?xml-stylesheet type="text/xsl" href="a.xsl"?>', '<!DOCTYPE svg [<!ENTITY a "b">]>']
)
def test_around(start: str) -> None:
    """Style sheets and entities around a drawing go."""
    octets, told = harmless_svg((start + SVG.format(CIRCLE)).encode())

    assert 1 == len(told)
    assert b"a.xsl" not in octets
    assert b"ENTITY" not in octets


@pytest.mark.parametrize(
    "octets",
    [
        b"", b"no drawing", b"<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>",
        b"<svg><unclosed></svg>", SVG.format("<g>" * 9000 + "</g>" * 9000).encode(), bytes(17 << 20),
        b'<!DOCTYPE svg [<!ENTITY a "b">' + b"".join(
            f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">'.encode() for n in range(1, 12)
        ) + b"]><html>&a11;</html>",
    ],
)  # fmt: skip
def test_refused(octets: bytes) -> None:
    """What cannot be read as a drawing is refused, however large or deep it is."""
    with pytest.raises(RefusedError, match="drawing"):
        harmless_svg(octets)


@pytest.mark.parametrize(
    ("octets", "runs"),
    [
        (b"<rss><channel/></rss>", False),
        (b"<kml xmlns='http://www.opengis.net/kml/2.2'/>", False),
        (b"<a><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script></a>", True),
        (b"<?xml-stylesheet href='a.xsl'?><a/>", True),
        ("<a><b xmlns='http://www.w3.org/2000/svg'/></a>".encode("utf-16"), True),
        (b"<a>", True),
    ],
)
def test_xml(octets: bytes, *, runs: bool) -> None:
    """An XML file that a browser would take for a page or a drawing is not published."""
    refused = pytest.raises(RefusedError, match="XML file") if runs else nullcontext()
    with refused:
        refuse_scripted_xml(octets)
