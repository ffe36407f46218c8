"""Text of others as it may stand in a line for people."""


def make_printable(text: str) -> str:
    r"""Return `text` with a blank for each kind of space, and “�” for what shows nothing.

    A control character would speak to the terminal and not to its reader, a line break would begin
    a line of its own, and a mark of direction would turn the rest of the line.

    >>> make_printable("a\u202e\x1b[31m\nb")
    'a��[31m b'
    """
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)
