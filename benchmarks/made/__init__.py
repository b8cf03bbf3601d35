"""The large made set: its records, the files they are written into, and what reading and deduplicating these takes."""
