"""What `ajar check` does with many files: all cores, one report, a watch on saves."""
