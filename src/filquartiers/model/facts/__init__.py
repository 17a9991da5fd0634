"""What follows from the entries, asked by all outputs and written once: pure, the day is always given."""
