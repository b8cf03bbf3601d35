"""Papers on a survey, to write on from, through programs that other people make."""
