"""The genuine exports that lie beside the repository, where they do."""

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "shared" / "samples"

needs_samples = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason=f"the genuine exports are not beside the repository ({SAMPLES} is no folder)"
)
