"""What editors and their tools need to know of the fields: guides to read, schemas to complete with."""

from filquartiers.guides.guide import guide
from filquartiers.guides.schema import editor_schema, options, workspace_files

__all__ = ["editor_schema", "guide", "options", "workspace_files"]
