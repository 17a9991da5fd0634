"""What exists, typed and frozen: pure, without files, clock or HTML."""
