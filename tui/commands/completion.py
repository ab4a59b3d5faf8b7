"""`ajar completion`: a script that lets a shell complete commands, options and names of sessions."""

from __future__ import annotations

import click

from tui.environment import COMPLETE

HOW = {
    "bash": 'eval "$(ajar completion bash)"   in ~/.bashrc',
    "zsh": 'eval "$(ajar completion zsh)"   in ~/.zshrc',
    "fish": "ajar completion fish | source   in ~/.config/fish/config.fish",
}


@click.command(epilog="Where to put it: " + "; ".join(HOW.values()))
@click.argument("shell", type=click.Choice(tuple(HOW)))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print a script that lets your SHELL complete commands and names."""
    click.echo(script_for(shell, context.find_root().command), nl=False)


def script_for(shell: str, root: click.Command) -> str:
    """The script by which a shell asks `ajar` for completions."""
    from click.shell_completion import get_completion_class  # noqa: PLC0415  # here only

    found = get_completion_class(shell)
    assert found is not None, "click knows the three shells"  # noqa: S101
    completer = found(root, {}, "ajar", COMPLETE)
    script = (completer.source_template % completer.source_vars()).strip() + "\n"
    if shell == "zsh":
        # A new account has not run compinit, and without it there is no compdef. -D keeps no dump file.
        head, _, rest = script.partition("\n")
        ready = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i -D; }"
        script = f"{head}\n{ready}\n{rest}"
    return script
