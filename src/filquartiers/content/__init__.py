"""Files become entries: read, parse, convert, assemble."""
