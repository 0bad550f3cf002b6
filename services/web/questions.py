"""
The API of questions: one address for each declared question, in pages or as a file.
"""

from collections.abc import Callable

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from infra.questions import Question
from services.web.asking import (
    FORMAT,
    answer_to,
    asked_in,
    leading_of,
    must_be_there,
    terms,
)
from services.web.exports import Export, exported
from services.web.gate import Gate
from services.web.house import ENTERPRISE
from services.web.moving import moved_to
from services.web.problems import language_of
from services.web.schemas import answers, asked_by


class QuestionDoors:
    """
    The addresses of one desk's questions.
    """

    def __init__(self, gate: Gate) -> None:
        """
        Stand behind a gate.
        """
        self.gate = gate
        self.house = gate.house

    def add_to(self, app: FastAPI) -> None:
        """
        Add a route for every question of the desk.
        """
        for question in self.gate.desk.questions(self.house.questions.values()):
            app.add_api_route(
                f"/api/{question.name}",
                self._door(question),
                operation_id=question.name,
                summary=f"{question.zh} {question.en}",
                description=question.doc,
                responses=answers("Page"),
                openapi_extra={"parameters": [asked_by(m) for m in terms(question)]},
                tags=["查询 questions"],
            )

    def _door(self, question: Question) -> Callable[[Request], Response]:
        def put(request: Request) -> Response:
            visitor = self.gate.caller(request)
            asked = asked_in(self.house, request, question, visitor=visitor)
            if leading := leading_of(self.house, asked):
                return moved_to(request, **{ENTERPRISE: leading})
            must_be_there(self.house, asked)
            form = request.query_params.get(FORMAT, "")
            if form:
                language = language_of(request)
                return exported(Export(self.house, asked, language), form)
            return answer_to(self.house, request, asked)

        return put
