"""Listings and spreadsheets become content files, after a dry-run report."""
