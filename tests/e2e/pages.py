"""
Reads a page like somebody without a script: its links, its form, what can be chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from httpx2 import Response
from starlette.testclient import TestClient

Attributes = dict[str, str]


@dataclass
class Form:
    """
    A form on a page, with what it holds when it is shown.
    """

    action: str = ""
    texts: dict[str, list[str]] = field(default_factory=dict)
    options: dict[str, dict[str, str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    buttons: list[str] = field(default_factory=list)
    types: dict[str, str] = field(default_factory=dict)

    def send(
        self,
        client: TestClient,
        do: str = "perform",
        *,
        uploads: Mapping[str, tuple[str, bytes]] | None = None,
        **typed: str,
    ) -> Response:
        """
        Press a button of the form; ``do`` must be one.

        Args:
            client: Whose browser.
            do: The button.
            uploads: Name and bytes by field.
            typed: What is typed or chosen, by field, with ``__`` for the dash.
        """
        assert do in self.buttons, f"no button {do!r} among {self.buttons}"
        texts = dict(self.texts)
        for name, text in typed.items():
            place = name.replace("__", "-")
            assert place in self.types, f"no field {place!r} among {list(self.types)}"
            texts[place] = [text]
        for name in uploads or {}:
            assert name in self.files, f"no upload {name!r} among {self.files}"
        files = [
            (name, (called, content))
            for name, (called, content) in (uploads or {}).items()
        ]
        # An upload left empty is sent, as a browser does it, without a name.
        files += [(name, ("", b"")) for name in self.files - set(uploads or {})]
        data = {**texts, "form.do": [do]}
        return client.post(self.action, data=data, files=files, follow_redirects=False)

    def choice(self, name: str, words: str) -> str:
        """
        Find the value of an option by what stands on it.
        """
        return next(v for v, text in self.options[name].items() if words in text)


class Page(HTMLParser):
    """
    A page that was answered.
    """

    def __init__(self, answer: Response) -> None:
        """
        Read it.
        """
        super().__init__()
        self.html = answer.text
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.pointed: list[str] = []
        self.unlabelled: list[str] = []
        self.headings: list[str] = []
        self.titles: list[str] = []
        self._labelled: set[str] = set()
        self._fields: list[Attributes] = []
        self._labels = 0
        self._title = False
        self.text = ""
        self._select = ""
        self._area = ""
        self._option: str | None = None
        self._form: Form | None = None
        self.feed(answer.text)
        self.unlabelled = [
            given.get("name", "?")
            for given in self._fields
            if given.get("id") not in self._labelled
        ]

    def _structure(self, tag: str, given: Attributes) -> None:
        """
        Note what assistive technology goes by.
        """
        if "id" in given:
            self.ids.append(given["id"])
        self.pointed += given.get("aria-describedby", "").split()
        self.pointed += given.get("aria-labelledby", "").split()
        if given.get("href", "").startswith("#"):
            self.pointed.append(given["href"][1:])
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
            self.titles.append("")
            self._title = True
        if tag == "label":
            self._labels += 1
            self._labelled.add(given.get("for", "-"))
        hidden = given.get("type") == "hidden" or "aria-label" in given
        if tag in ("input", "select", "textarea") and not hidden and not self._labels:
            self._fields.append(given)

    @property
    def title(self) -> str:
        """
        The heading of the first order, with single blanks.
        """
        return " ".join(self.titles[0].split())

    @property
    def act(self) -> Form:
        """
        The form of an act.
        """
        return next(f for f in self.forms if "form.key" in f.texts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """
        Note forms, fields and links.
        """
        given = {name: value or "" for name, value in attrs}
        self._structure(tag, given)
        if tag == "form":
            self._form = Form(given.get("action", ""))
            self.forms.append(self._form)
        elif tag == "a":
            self.links.append(given.get("href", ""))
        elif self._form is not None:
            self._field(tag, given, self._form)

    def _field(self, tag: str, given: Attributes, form: Form) -> None:
        name, kind = given.get("name", ""), given.get("type", tag)
        if tag == "option" and self._select:
            self._option = given.get("value", "")
            form.options[self._select][self._option] = ""
            if "selected" in given or self._select not in form.texts:
                form.texts[self._select] = [self._option]
        elif name and tag == "button":
            form.buttons.append(given.get("value", ""))
        elif name and kind == "file":
            form.files.add(name)
        elif name:
            form.types[name] = kind
            if tag == "select":
                self._select, form.options[name] = name, {}
            elif tag == "textarea":
                self._area, form.texts[name] = name, [""]
            elif kind not in ("radio", "checkbox"):
                form.texts.setdefault(name, []).append(given.get("value", ""))
            elif "checked" in given:
                form.texts.setdefault(name, []).append(given.get("value", "on"))

    def handle_endtag(self, tag: str) -> None:
        """
        Leave what ends.
        """
        if tag == "label":
            self._labels -= 1
        if tag in ("h1", "h2", "h3"):
            self._title = False
        if tag == "form":
            self._form = None
        elif tag == "option":
            self._option = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        """
        Read text: of the page, of an option, of a text area.
        """
        if self._form is not None and self._option is not None:
            self._form.options[self._select][self._option] += data
        elif self._form is not None and self._area:
            self._form.texts[self._area][-1] += data
        if self._title:
            self.titles[-1] += data
        self.text += f" {data.strip()}" if data.strip() else ""
