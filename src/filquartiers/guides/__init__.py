"""What editors and their tools need to know of the fields: guides to read, schemas to complete with."""

from filquartiers.guides.guide import guide, guide_files
from filquartiers.guides.schema import editor_schema, options
from filquartiers.guides.workspace import snippets, workspace_files

__all__ = ["editor_schema", "guide", "guide_files", "options", "snippets", "workspace_files"]
