"""What printed things say: the same tellings as the site, chosen and ordered for paper."""
