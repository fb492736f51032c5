"""Rules on what texts mean: both languages say the same, and what they say is in the passages."""
