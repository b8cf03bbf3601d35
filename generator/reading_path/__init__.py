"""Where to start reading: `links` counts what joins works, `path` chooses among them, `reasons` says why in words."""

from generator.reading_path.path import reading_paths
from generator.reading_path.values import WHOLE, Known, Step

__all__ = ["WHOLE", "Known", "Step", "reading_paths"]
