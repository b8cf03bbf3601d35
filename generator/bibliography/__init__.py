"""The bibliography: citation keys, entries, and every form in which authors can take them away."""
