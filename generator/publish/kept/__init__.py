"""What was built before and need not be built again: keys of what things are made from, and what was made."""
