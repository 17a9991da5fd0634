"""Au fil des quartiers : le site et la brochure des maisons de quartier, depuis des fichiers texte."""

__version__ = "0.1.0"
