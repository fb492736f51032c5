"""What is drawn or set once is not made again."""
