"""`ajar bell`: one bell, to hear what it is like."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sessions.written import Tone
from tui.exits import Exit

if TYPE_CHECKING:
    from audio.player import Player

TONES = tuple(tone.value for tone in Tone)

READY_SECONDS = 20.0
"""Longer than the slowest answer of a sound server that hangs."""

SOUNDING_SECONDS = 60.0
"""Longer than twelve strikes of the bowl, 3 s apart, and the 14 s that the last one lasts."""


@click.command()
@click.argument("tone", type=click.Choice(TONES), default=TONES[0])
@click.option("--strikes", type=click.IntRange(1, 12), default=1, show_default=True, help="How often.")
@click.pass_context
def command(context: click.Context, /, tone: str, strikes: int) -> None:
    """Ring one of the bells. Ctrl-C lets it fade.

    Exit code 1: there is no sound here; `ajar doctor` says why.
    """
    from audio.player import Player  # noqa: PLC0415  # once the options are known to be valid
    from tui.locations import settings_file  # noqa: PLC0415  # same
    from tui.settings import load_or_default  # noqa: PLC0415  # same

    settings, fault = load_or_default(settings_file())
    if fault:
        print(fault, file=sys.stderr)
    player = Player(settings.sound)
    try:
        code = _ring(player, tone, strikes)
    except KeyboardInterrupt:
        player.fade_out()
        code = Exit.FINE
    finally:
        player.close()
    context.exit(code)


def _ring(player: Player, tone: str, strikes: int) -> Exit:
    """Ring, and wait until the sound has ended."""
    player.start()
    status = player.wait_ready(READY_SECONDS)
    if status.state.value == "ready" and status.backend != "silent":
        click.echo(f"{tone}, through {status.backend} ({status.detail})")
        player.play(tone, strikes)
        player.wait_quiet(SOUNDING_SECONDS)
        status = player.status
    elif status.backend == "silent" and not status.fault:
        print("No bell can be heard: the settings ask for silence.", file=sys.stderr)
        return Exit.FAULT
    if not status.fault and status.state.value == "ready":
        return Exit.FINE
    reason = status.fault or "the sound took too long to answer"
    print(f"No bell can be heard: {reason}. `ajar doctor` says more.", file=sys.stderr)
    return Exit.FAULT
