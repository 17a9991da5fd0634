"""The common calendar: French dates, hours and rules, their occurrences, and back to French words.

`parse.parse_rule` reads a phrase, `schedule.Schedule` puts together when an event takes place,
`expand.occurrences` gives its dates, `review.review` its doubts, `describe.describe` tells it in French, and
`series.series` in the terms of RFC 5545. What cannot be read or reckoned is a `Refusal`, raised by the
function that names its code and let through by those that call it.
"""
