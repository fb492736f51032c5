"""Foreign text in Markdown: neither read as Markdown or HTML, nor able to end a cell, mention anybody or link."""


def escaped(text: str) -> str:
    """The text on one line, with every letter that Markdown or HTML would read made harmless."""
    plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{letter}" if letter in r"\`*_[]|~@#" else letter for letter in plain)
