"""A typst PDF becomes what a print shop takes; any PDF becomes a report."""
