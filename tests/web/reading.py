"""What a reader of a page can do and see, for tests."""

from html.parser import HTMLParser

import httpx

HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


class Page(HTMLParser):
    """A page's links, headings, text and ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if tag in {"a", "link"}:
            self.links.append(given["href"] or "")
        if "id" in given:
            self.ids.append(given["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"dt", "dd", "p", "li", "h1", "h2", "h3", "h4", "th", "td"}:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def headings(self) -> list[int]:
        return [int(tag[1]) for tag in self.tags if tag in {"h1", "h2", "h3", "h4"}]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def read_page(client: httpx.Client, path: str) -> Page:
    """Return the page at `path`, which has to be there."""
    found = client.get(path, headers=HTML)
    assert found.status_code == 200
    assert found.headers["content-type"] == "text/html; charset=utf-8"
    return Page(found.text)
