"""Spreadsheets of any origin as rows of text, each cell as one would type it."""
