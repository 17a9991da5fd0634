"""What each page shows: one frozen view per template, made from the entries.

A view holds data ready to be laid out; it knows neither HTML nor links (pages do, see ``page.Page``).
"""
