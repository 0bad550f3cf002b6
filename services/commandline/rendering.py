"""
``shilu render``: the paper of a document or of a service, as a PDF.
"""

import argparse
from pathlib import Path

from domain.refusals import NoSuchCase
from services.commandline.homes import (
    DONE,
    AskedWrongly,
    house_at_home,
    visitor_named,
)
from services.commandline.reading import operator
from services.web.labels import sentence
from services.web.papers.drawing import sheet_of


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """
    Add the command.
    """
    render = commands.add_parser(
        "render", help="把文书排印为 PDF / set the paper of a document as a PDF"
    )
    render.add_argument(
        "fact",
        metavar="FACT",
        help="签发或者送达的事实，<卷>/<版本> / the fact of its issue or service",
    )
    render.add_argument("--out", type=Path, required=True, metavar="F.pdf")
    render.add_argument(
        "--as",
        dest="reader",
        default="",
        metavar="PERSON",
        help="以其可见范围排印 / as far as this person may see",
    )
    render.set_defaults(run=render_paper)


def render_paper(asked: argparse.Namespace) -> int:
    """
    Write the paper of a fact to a file, whole or not at all.

    Raises:
        AskedWrongly: If there is no such fact for the reader, or it makes no paper.
    """
    with house_at_home(asked.settings.home) as house:
        named = asked.reader
        reader = visitor_named(house, named).reader if named else operator(house)
        try:
            sheet = sheet_of(house, reader, asked.fact)
        except NoSuchCase as none:
            raise AskedWrongly(sentence(none, "zh"), sentence(none, "en")) from none
        content = sheet.pdf()
        house.access.record(reader, "paper", file=sheet.file, rows=1)
    part = asked.out.with_name(f"{asked.out.name}.part")
    part.write_bytes(content)
    part.replace(asked.out)
    return DONE
