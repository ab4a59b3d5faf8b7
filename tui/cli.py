"""The command line: a group whose commands are imported when they are called."""

from __future__ import annotations

import importlib
import keyword
import os
from collections.abc import Mapping, Sequence

import click
from click.exceptions import Exit as ClickExit
from click.exceptions import NoSuchCommand

from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import UnknownSessionError, find
from tui.commands.options import line_width, no_motion, plain_lines
from tui.environment import ACCESSIBLE, COMPLETE, DISTRIBUTION
from tui.exits import Exit
from tui.locations import sessions_folder

COMMANDS: Mapping[str, str] = {
    "play": "Begin a session.",
    "list": "The sessions there are, the shortest first.",
    "one": "One small thing to look at, hear or hold.",
    "company": "People to talk to, and what to say.",
    "signs": "Signs of closing and opening.",
    "mine": "A few lines of your own: words, comforts, signs, people.",
    "week": "Two questions to take along for a week.",
    "words": "What eight words mean here, such as backdraft.",
    "questions": "Four questions that come up often.",
    "reading": "Books and papers, each with its reason.",
    "help-lines": "People to call, with hours and dates.",
    "bell": "Ring a bell, to hear what it is like.",
    "voice": "Hear how words will sound, and whose voices there are.",
    "settings": "What ajar remembers, and how to erase it.",
    "doctor": "Which sound was chosen, and why.",
    "new": "Begin a session of your own.",
    "check": "Look for faults in session files.",
    "fix": "Mend slips that have only one possible meaning.",
    "fit": "Stretch the silences to the promised length.",
    "explain": "What a fault such as E205 means, with an example.",
    "schema": "Help for your editor: completion and checks while you type.",
    "rehearse": "Try a session out, step by step, while you write it.",
    "paths": "Every way through a session, with its length.",
    "timeline": "A picture of a session on one time axis.",
    "print": "A session as a handout, to read from or to take along.",
    "sheet": "Every text of a session, for recording it.",
    "export": "A session as handout, subtitles, recording, data or sound.",
    "import": "A draft from subtitles, a transcript, a page or plain text.",
    "help": "What commands there are, and how one is used.",
    "completion": "A script that lets your shell complete names.",
}
"""Every command with its short help; `module_of` gives its module."""


def module_of(name: str) -> str:
    """The module of a command: `-` becomes `_`, and a Python keyword gets a trailing `_`."""
    plain = name.replace("-", "_")
    return f"tui.commands.{plain}_" if keyword.iskeyword(plain) else f"tui.commands.{plain}"


class Commands(click.Group):
    """Imports a command when it is called, and none for the overview."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """In the order of the table: what people use most comes first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Import and return the command of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(module_of(cmd_name))
        command: click.Command = module.command
        command.name = cmd_name
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As in click, with a hint if the word is the name of a session."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand:
            raise click.UsageError(_unknown(args[0]), ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's signature
        """Write the overview, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001  # click's signature
    if not value or context.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  # seldom asked

    try:
        click.echo(f"ajar {version(DISTRIBUTION)}")
    except PackageNotFoundError:
        click.echo("ajar, not installed: the version is in pyproject.toml")
    context.exit()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 fine, 1 a session has a fault, 2 the command was not understood, "
    "74 standard output is full or closed, 130 interrupted.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version.",
)
@no_motion
@plain_lines
@line_width
@click.pass_context
def cli(context: click.Context, *, plain: bool | None, width: int | None) -> None:
    """A quiet player for guided sessions. Without a command it opens the library.

    In a session q stops at once, at any moment.
    """
    if context.invoked_subcommand is None:
        from tui.start import open_library  # noqa: PLC0415  # no command needs it

        context.exit(open_library(lambda: run_command(["list"]), plain, width))
    if plain is not None:
        os.environ[ACCESSIBLE] = str(int(plain))


def run_command(args: Sequence[str]) -> int:
    """Run a command; returns the exit code. Messages of click go to stderr."""
    if instruction := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete  # noqa: PLC0415  # when Tab is pressed

        return shell_complete(cli, {}, "ajar", COMPLETE, instruction)
    try:
        with cli.make_context("ajar", list(args)) as context:
            cli.invoke(context)
    except ClickExit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return Exit.INTERRUPTED
    return Exit.FINE


def _unknown(name: str) -> str:
    """The message for a word that is not a command."""
    from sessions.naming import nearest  # noqa: PLC0415  # seldom needed
    from sessions.unsafe import visible  # noqa: PLC0415  # same

    if _is_session(name):
        return f"`{visible(name)}` is a session. To play it: ajar play {visible(name)}"
    near = nearest(name, tuple(COMMANDS))
    return f"there is no command `{visible(name)}`." + (f" Did you mean `{near}`?" if near else "")


def _is_session(name: str) -> bool:
    try:
        find(name, SCRIPTS, sessions_folder())
    except UnknownSessionError:
        return False
    return True
