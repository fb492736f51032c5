"""Rules on whether a record makes sense by itself: its figures, its dates, and what it denies."""
