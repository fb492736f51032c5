"""`atlas …`: the command line."""

from generator.cli.main import main

__all__ = ["main"]
