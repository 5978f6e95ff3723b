"""What a reader's browser fetches for the first view of a page, in compressed bytes, and the budgets for it."""

from __future__ import annotations

from guide.weight.budgets import find_problems, heavy_pictures, is_current
from guide.weight.scale import PARTS, Scale, Weight, brotli_size, gzip_size

__all__ = ["PARTS", "Scale", "Weight", "brotli_size", "find_problems", "gzip_size", "heavy_pictures", "is_current"]
