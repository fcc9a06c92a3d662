"""The desk: what a newsroom works with every day, one part a folder. Run as `python -m desk VERB`."""
