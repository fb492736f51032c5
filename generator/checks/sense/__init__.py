"""Rules on whether a record makes sense by itself: its figures, dates, owner and places."""
