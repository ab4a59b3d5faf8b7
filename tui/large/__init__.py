"""Large letters, drawn from blocks."""
