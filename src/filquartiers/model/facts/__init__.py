"""What follows from entries, worked out once and asked by all: outputs show facts, they work none out."""
