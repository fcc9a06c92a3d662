"""Time what `responsive_images` takes: the first build's pictures, and those of a second that makes none.

python benchmarks/images.py [how many photographs]
"""

import sys
import tempfile
import time
from pathlib import Path
from random import Random

from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1] / "plugins"))
from responsive_images.album import Album
from responsive_images.workshop import Workshop

HERO = ("", (480, 720, 960, 1440, 1920))
CARD = ("4:3", (160, 320, 480, 720))


def photograph(path: Path, seed: int) -> None:
    """Write a photograph of twelve million pixels, with the grain and the soft shades of one."""
    noise = Image.frombytes("RGB", (200, 150), Random(seed).randbytes(200 * 150 * 3))  # noqa: S311  # not secret
    grain = Image.effect_noise((4000, 3000), 12).convert("RGB")
    Image.blend(noise.resize((4000, 3000), Image.Resampling.BICUBIC), grain, 0.3).save(path, quality=90)


def build(folder: Path, photographs: list[Path]) -> tuple[float, int]:
    """Give the seconds of one build's pictures, and how many files it has."""
    start = time.perf_counter()
    workshop = Workshop.open(folder / "cache")
    album = Album({f"/{path.name}": path for path in photographs}, workshop.facts, {}, "images", "", print)
    workshop.look_at(photographs)
    for path in photographs:
        for shape, widths in (HERO, CARD):
            album.picture(f"/{path.name}", shape, widths)
    workshop.make(album.wanted)
    workshop.publish(sorted(album.wanted), folder / "output")
    workshop.keep()
    return time.perf_counter() - start, len(album.wanted)


def main() -> None:
    """Build twice and print."""
    count = int(sys.argv[1]) if sys.argv[1:] else 12
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photographs = [folder / f"{number}.jpg" for number in range(count)]
        for number, path in enumerate(photographs):
            photograph(path, number)
        for words in ("first", "second"):
            seconds, files = build(folder, photographs)
            print(f"{words} build: {count} photographs of 12 million pixels, {files} files, {seconds:.2f} s")


if __name__ == "__main__":
    main()
