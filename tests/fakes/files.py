"""Session files for tests that play at the speed of life."""

from __future__ import annotations

SHORT_BEATS = """\
format: 1
title: Short beats
length: 10s
arriving:
  - bell: bowl
  - say: You may come in.
    for: 1s
  - check_in: How is it?
indirect:
  - quiet: 1s
landing:
  - say: You may go out.
    for: 8s
"""
"""A bell, a second, a check-in; another second of stillness; eight to land."""

COUNTED = """\
format: 1
title: Counted
length: 30s
arriving:
  - say: One.
    for: 5s
  - say: Two.
    for: 5s
  - say: Three.
    for: 5s
  - say: Four.
    for: 5s
  - check_in: How is it?
indirect:
  - quiet: 5s
landing:
  - say: Five.
    for: 5s
"""
"""Four prompts of five seconds, a check-in, five of stillness, five to land."""
