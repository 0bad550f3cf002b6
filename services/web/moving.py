"""
Addresses that lead elsewhere for good (并档后的地址): of a file that yields to another.
"""

from urllib.parse import urlencode
from uuid import UUID

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

#: For good, and to be asked again in the same way.
PERMANENT = 308


def moved_to(request: Request, path: str = "", /, **named: UUID) -> Response:
    """
    Answer that a file is led by another: the same address, with that one's id (D23).

    Args:
        request: What was asked.
        path: Another path, where the id stands in it.
        named: Other ids by the name under which they stand in the query.
    """
    given = request.query_params.multi_items()
    query = [(name, str(named.get(name, value))) for name, value in given]
    where = path or request.url.path
    return RedirectResponse(
        f"{where}?{urlencode(query)}" if query else where, PERMANENT
    )
