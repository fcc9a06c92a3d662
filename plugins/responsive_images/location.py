"""Where a picture was taken, blotted out of its file: a camera's coordinates may be a source's front door.

The file keeps its length, its pixels and everything else it says, so that nothing is encoded anew and no offset moves.
"""

import re
import struct
from collections.abc import Iterator
from zlib import crc32

_JPEG_EXIF = re.compile(rb"\xff\xe1(..)Exif\0\0", re.DOTALL)
_WEBP_EXIF = re.compile(rb"EXIF(.{4})(?:Exif\0\0)?(?=II\*\0|MM\0\*)", re.DOTALL)
_MOST_GPS_ENTRIES = 64
_LONGEST_GPS_VALUE = 1024
_ENTRY = 12
_GPS_POINTER = 0x8825
_TYPE_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_INLINE = 4
_PNG = b"\x89PNG\r\n\x1a\n"
_XMP = re.compile(
    rb"""\bexif:GPS\w{1,40}\s*=\s*(?:"[^"<]{0,200}"|'[^'<]{0,200}')"""
    rb"|<exif:GPS(\w{1,40})>[^<]{0,200}</exif:GPS\1>"
)


def without_location(octets: bytes) -> bytes:
    """Give a picture's bytes without its place; the same object where it names none that we know how to find."""
    if b"\x25\x88" not in octets and b"\x88\x25" not in octets and b"exif:GPS" not in octets:
        return octets
    new = bytearray(octets)
    for start, end in _tiff_blocks(octets):
        block = bytearray(octets[start:end])
        _blot_out(block)
        new[start:end] = block
    for found in _XMP.finditer(octets):
        new[found.start() : found.end()] = b" " * len(found[0])
    if new == octets:
        return octets
    if octets.startswith(_PNG):
        _seal_png(new)
    return bytes(new)


def _tiff_blocks(octets: bytes) -> Iterator[tuple[int, int]]:
    """Give start and end of each TIFF: in a JPEG and in those that a telephone hung behind it, in a WebP, in a PNG."""
    if octets[:4] in (b"II*\0", b"MM\0*"):
        yield 0, len(octets)
    if octets.startswith(_PNG):
        yield from ((start, start + length) for kind, start, length in _png_chunks(octets) if kind == b"eXIf")
    if octets[:4] == b"RIFF" and octets[8:12] == b"WEBP":
        yield from ((at.end(), at.end() + int.from_bytes(at[1], "little")) for at in _WEBP_EXIF.finditer(octets))
    yield from ((at.end(), at.start() + 2 + int.from_bytes(at[1], "big")) for at in _JPEG_EXIF.finditer(octets))


def _blot_out(tiff: bytearray) -> None:
    """Take the pointer to the place out of a TIFF's first directory, and blot out what it points to."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(bytes(tiff[:4]))
    if order is None:
        return
    try:
        (directory,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, directory)
        end = directory + 2 + count * _ENTRY
        for entry in range(directory + 2, end, _ENTRY):
            tag, _, _, value = struct.unpack_from(f"{order}HHII", tiff, entry)
            if tag == _GPS_POINTER:
                # The entries behind it and the address of the next directory move up.
                tiff[entry : end + 4] = tiff[entry + _ENTRY : end + 4] + bytes(_ENTRY)
                struct.pack_into(f"{order}H", tiff, directory, count - 1)
                _blot_directory(tiff, value, order)
                return
    except struct.error:
        return  # it points out of the file, where no reader finds a place either


def _blot_directory(tiff: bytearray, directory: int, order: str) -> None:
    (count,) = struct.unpack_from(f"{order}H", tiff, directory)
    if count > _MOST_GPS_ENTRIES:
        return  # a broken pointer, which must not blot out pixels
    for entry in range(directory + 2, min(directory + 2 + count * _ENTRY, len(tiff) - _ENTRY + 1), _ENTRY):
        _, kind, number, value = struct.unpack_from(f"{order}HHII", tiff, entry)
        size = _TYPE_SIZES.get(kind, 1) * number
        if _INLINE < size <= min(len(tiff) - value, _LONGEST_GPS_VALUE):
            tiff[value : value + size] = bytes(size)
        tiff[entry : entry + _ENTRY] = bytes(_ENTRY)
    tiff[directory : directory + 2] = bytes(2)


def _png_chunks(octets: bytes | bytearray) -> Iterator[tuple[bytes, int, int]]:
    """Give kind, start and length of each chunk."""
    place = len(_PNG)
    while place + 12 <= len(octets):
        length = int.from_bytes(octets[place : place + 4], "big")
        yield bytes(octets[place + 4 : place + 8]), place + 8, length
        place += 12 + length


def _seal_png(octets: bytearray) -> None:
    """Write the check sums of what may have changed anew."""
    for kind, start, length in list(_png_chunks(octets)):
        if kind in {b"eXIf", b"iTXt", b"tEXt"} and start + length + 4 <= len(octets):
            struct.pack_into(">I", octets, start + length, crc32(octets[start - 4 : start + length]))
