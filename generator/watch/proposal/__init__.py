"""The pull request of new papers: its text within limits, and drafts of their sources."""
