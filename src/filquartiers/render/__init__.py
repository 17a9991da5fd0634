"""The site becomes artifacts: web pages, feeds, print."""
