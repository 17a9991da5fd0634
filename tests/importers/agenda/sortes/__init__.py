"""Kinds of tables as people make them, each with the events that it says."""
