"""The bibliography: citation keys, entries, and every form in which a writer can take them away."""
