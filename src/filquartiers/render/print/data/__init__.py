"""What the print templates receive: entries as plain JSON data, every text already typeset."""
