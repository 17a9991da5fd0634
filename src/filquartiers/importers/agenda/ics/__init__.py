"""iCalendar (RFC 5545): lines → blocks → events, whatever the damage."""
