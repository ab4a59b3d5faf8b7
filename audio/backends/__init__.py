"""The ways to a loudspeaker: one module for each library or program that can play."""
