"""Rules that need the documents: what a record says is said in the very words of the passages that it cites."""
