"""See utils."""
