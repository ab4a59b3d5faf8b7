"""The course of a session drawn: timelines and paths, as text and as Mermaid."""
