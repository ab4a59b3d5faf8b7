"""Spoken prompts: recordings, a person's command, the neural voice and the system's, behind one seam."""
