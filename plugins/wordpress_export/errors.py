"""What can be said when raw material cannot be read at all."""


class ExportError(ValueError):
    """Nothing was begun. The message names the path, says why, and what to do."""
