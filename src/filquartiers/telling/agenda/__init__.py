"""The common calendar, told: selections of events, their dates day by day, month by month, year by year."""
