"""The paper as it is written: a server for this machine, which follows what is saved and shows what is wrong.

What makes pages is fast_build, in processes of its own: nothing that content, theme or plugins do ends the server.
"""
