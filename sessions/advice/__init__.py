"""What `ajar check` advises beyond faults: wording, reading time, permission, track lengths."""
