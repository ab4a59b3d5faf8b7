"""Line by line: the performer for screen readers, pipes and terminals without a screen."""
