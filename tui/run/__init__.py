"""One run: engine, clock and performer connected; bells, voice and own lines beside it."""
