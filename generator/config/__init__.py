"""What a person sets: `survey.yml` (settings), `themes.yml` (taxonomy), `decisions.yml` (corrections)."""
