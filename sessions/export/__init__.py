"""Text formats written from a recorded run: captions, subtitles, data. `ajar export` calls tui.exports."""
