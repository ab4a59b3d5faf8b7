"""`ajar voice`: speaks one sentence, to hear how words will sound, and lists the voices."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from tui.exits import Exit

if TYPE_CHECKING:
    from audio.player import Player
    from audio.voices.base import Wish

READY_SECONDS = 20.0
"""Longer than the slowest answer of a sound server that hangs, or of a large voice."""

SPEAKING_SECONDS = 30.0
"""Longer than the sentence takes at the slowest rate."""


@click.command()
@click.option("--voice", metavar="VOICE", help="Whose voice; the list says what can be asked for.")
@click.option("--rate", type=click.IntRange(80, 250), metavar="WORDS", help="Words a minute, 80 to 250.")
@click.option("--volume", type=click.IntRange(1, 10), metavar="STEP", help="How loud, 1 to 10.")
@click.pass_context
def command(context: click.Context, /, voice: str | None, rate: int | None, volume: int | None) -> None:
    """Speak one sentence, and list the voices there are. Nothing is remembered by it.

    Exit code 1: there is no voice or no sound here; `ajar doctor` says why.
    """
    from audio.player import Player  # noqa: PLC0415  # once the options are known to be valid
    from audio.voices.doctor import voices  # noqa: PLC0415  # same
    from tui.locations import settings_file  # noqa: PLC0415  # same
    from tui.run.sound import Spoken, factor, wish_of  # noqa: PLC0415  # same
    from tui.settings import load_or_default  # noqa: PLC0415  # same

    settings, fault = load_or_default(settings_file())
    if fault:
        print(fault, file=sys.stderr)
    wished: dict[str, Any] = {"voice": voice, "voice_rate": rate, "voice_volume": volume}
    settings = settings.changed(**{key: value for key, value in wished.items() if value is not None})
    wish = wish_of(settings, Spoken())
    player = Player(settings.sound)
    player.set_levels(voice=factor(settings.voice_volume))
    try:
        code = _speak(player, wish)
    except KeyboardInterrupt:
        player.fade_out()
        code = Exit.FINE
    finally:
        player.close()
    click.echo("voices:")
    for name, what in voices(wish):
        click.echo(f"  {name}" + (f"  {what}" if what else ""))
    context.exit(code)


def _speak(player: Player, wish: Wish) -> Exit:
    """Say the sentence, and wait until it has been said."""
    from tui.words.aloud import THIS_IS_HOW  # noqa: PLC0415  # only where something is spoken

    player.use_voice(wish)
    player.speak([THIS_IS_HOW])
    status = player.wait_ready(READY_SECONDS)
    if status.state.value == "ready" and status.backend != "silent":
        status = player.wait_voice(READY_SECONDS)
    if status.voice and not status.fault:
        click.echo(f"{status.voice} ({status.voice_detail}), through {status.backend} ({status.detail})")
        player.wait_quiet(SPEAKING_SECONDS)
        status = player.status
    reason = status.fault or status.mute or ("" if status.voice else "the settings ask for silence")
    if not reason:
        return Exit.FINE
    print(f"Nothing can be spoken: {reason}. `ajar doctor` says more.", file=sys.stderr)
    return Exit.FAULT
