"""Tab completion of tasks and their options."""
