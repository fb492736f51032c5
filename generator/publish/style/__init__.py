"""The style sheet of the site, of what its pages use."""
