"""Where to start reading: `path` chooses the works, `reasons` words why each was chosen."""

from generator.reading_path.path import WHOLE, Known, Step, reading_paths

__all__ = ["WHOLE", "Known", "Step", "reading_paths"]
