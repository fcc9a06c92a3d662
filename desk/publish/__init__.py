"""Brings a built site to where readers are: one edition, compared with what is there, sent whole or not at all."""
