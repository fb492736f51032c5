"""Charts as files that stand by themselves: with their caption, as pictures, as data."""
