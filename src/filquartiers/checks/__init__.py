"""What the schema alone cannot see: rules over the whole site, each a function giving problems."""
