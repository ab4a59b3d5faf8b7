"""Sessions without a screen or a loudspeaker: reading, checking, playing through, writing, importing."""
