"""iCalendar (RFC 5545): lines → components → events, whatever the damage."""
