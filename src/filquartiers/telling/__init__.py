"""What is said of each thing, once: the site, the paper, the feeds and the search draw the same tellings.

A telling goes from entries to one frozen view of plain values, links and long texts (`values`, `blocks`): no
HTML, no JSON, no entry inside, no address formed by hand. Labels and the order of what is said stand here.
"""
