"""The subcommands of `ajar`, one module each; loaded when called."""
