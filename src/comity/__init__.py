"""comity: documents about relations between states, read into a register of dated, quoted facts."""

__version__ = "0.1.0"
