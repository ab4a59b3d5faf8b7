"""What the system said when it refused something, as a clause for a message; `sessions` has its own."""


def reason_of(error: OSError) -> str:
    """The reason in lower case; not safe to print if a path may be part of it."""
    return (error.strerror or "the system gave no reason").lower()
