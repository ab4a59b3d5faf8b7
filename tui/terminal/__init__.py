"""The terminal itself: keys in, bytes out, modes set and given back."""
