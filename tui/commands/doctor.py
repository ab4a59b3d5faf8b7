"""`ajar doctor`: what can be heard here, which files count, and what would help."""

from __future__ import annotations

import os

import click

from audio.doctor import diagnose
from audio.voices.doctor import diagnose_voice
from tui.locations import help_lines_file, sessions_folder, settings_file
from tui.own_files import shown
from tui.run.sound import Spoken, wish_of
from tui.settings import load_or_default
from tui.terminal.capabilities import can_draw
from tui.words.help_lines import help_lines


@click.command()
def command() -> None:
    """Say which sound was chosen and why, and where ajar looks for files. Nothing is changed."""
    settings, settings_fault = load_or_default(settings_file())
    _, help_fault = help_lines(help_lines_file())
    for line in diagnose(None if settings.sound == "auto" else settings.sound).lines:
        click.echo(line)
    for line in diagnose_voice(wish_of(settings, Spoken())).lines:
        click.echo(line)
    click.echo(f"words spoken: {'on' if settings.aloud else 'off, as they are until switched on'}")
    click.echo(f"bell: {'on' if settings.bell else 'off, as it is until it is switched on'}")
    click.echo(
        f"terminal: {'pages can be drawn' if can_draw() else 'line by line, as pages cannot be drawn here'}"
    )
    for what, path in (
        ("your sessions", sessions_folder()),
        ("your settings", settings_file()),
        ("your help list", help_lines_file()),
    ):
        there = "" if os.path.exists(path) else ", not there, and not needed"  # noqa: PTH110  # a path may be too long
        click.echo(f"{what}: {shown(path)}{there}")
    for fault in (settings_fault, help_fault):
        if fault:
            click.echo(f"to mend: {fault}")
