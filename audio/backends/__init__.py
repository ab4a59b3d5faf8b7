"""Sound backends: one module for each library or program that can play."""
