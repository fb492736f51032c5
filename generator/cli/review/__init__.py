"""`atlas review`, on a page of this machine or in the terminal."""

from generator.cli.review.command import review

__all__ = ["review"]
