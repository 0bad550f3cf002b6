"""
The steps of a course with enterprises, imported rows and what is published of them.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from domain.base import Role
from domain.codes import make_uscc_of
from domain.enterprise.file import PrincipalKind
from domain.enterprise.profile import Profile
from domain.imported_record.changes import CorrectionSource, Field
from domain.imported_record.file import ImportedRecord
from domain.imports import Counts, ImportKind
from domain.law.credit_classes import CreditClass
from domain.printed import (
    ListGeneration,
    ListTexts,
    NonPenalty,
    PartyClass,
    PermitTexts,
    PrintedAuthority,
    PrintedListEntry,
    PrintedParty,
    PrintedPermit,
    RecordKind,
    RowOrigin,
    SourceStatus,
    StatedStatus,
)
from domain.publication.file import Channel, PublicText, WithdrawalGround
from domain.values import Personal
from tests import controls
from tests.cases.imported import CITY_AUTHORITY, DIGEST, PENALTY, TEXTS
from tests.contract.projections.courses import Course, chosen

Way = Callable[[Course], object]

COUNTY_AUTHORITY = PrintedAuthority(
    controls.COUNTY_BUREAU.name, controls.COUNTY_BUREAU.uscc
)
DECIDED_ON = date(2026, 1, 20)
#: Of how many firms rows speak, registered or not.
FIRMS_COUNT = 4


def firm(number: int) -> tuple[str, str]:
    """
    Give the name and the code of an invented firm.
    """
    number %= FIRMS_COUNT
    code = make_uscc_of("91", controls.DISTRICT.code, f"MA{number:06}")
    return f"演示第{number}化工有限公司", code


# -- enterprises ----------------------------------------------------------------------


def registers(course: Course) -> None:
    """
    Enter a firm that rows speak of in the register.
    """
    name, uscc = firm(course.step.one)
    by = course.somebody(Role.CLERK)
    region = controls.DISTRICT.code
    course.do("register-enterprise", by=by, name=name, region=region, uscc=uscc)


def renames(course: Course) -> None:
    """
    Rename an enterprise.
    """
    name = f"演示第{course.new_number()}新材料有限公司"
    course.do("rename-enterprise", course.one("enterprise"), name=name)


def changes_profile(course: Course) -> None:
    """
    State something of an enterprise, and its code where it has none.
    """
    profile = Profile(employees_count=course.step.other + 1, address="演示路")
    said = {"uscc": firm(course.step.other)[1]} if course.step.other % 2 else {}
    file = course.one("enterprise")
    course.do("change-enterprise-profile", file, profile=profile, **said)


def grades(course: Course) -> None:
    """
    Grade an enterprise, then say how often it is to be visited.
    """
    file, grade = course.one("enterprise"), "abcd"[course.step.other % 4]
    course.do("grade-enterprise", file, grade=grade, factors="管控到位")
    visits = course.step.other + 1
    course.do("set-inspection-frequency", file, visits_per_year=visits, grounds="分级")


def names_principal(course: Course) -> None:
    """
    Say who answers for an enterprise, from a day before or after.
    """
    since = course.scene.day + timedelta(days=course.step.late - 2)
    course.do(
        "record-principal",
        course.one("enterprise"),
        principal_kind=chosen(list(PrincipalKind), course.step.other),
        principal=Personal("赵某", course.subject()),
        since_on=since,
    )


def leaves_the_register(course: Course) -> None:
    """
    Deregister an enterprise, or join it to another record.
    """
    file, leading = course.one("enterprise"), course.another("enterprise")
    if course.step.late:
        course.do("deregister-enterprise", file, reason="注销")
    else:
        course.do("join-enterprise-records", file, leading=leading, grounds="同一")


def assigns(course: Course) -> None:
    """
    Have another body lead, and another officer answer.
    """
    file = course.one("regulator-assignment")
    officer = chosen(course.scene.officers, course.step.other)
    lead = chosen(course.bodies[:2], course.step.other)
    said = {"lead_body": lead, "responsible_officer": officer}
    by = course.somebody(Role.CLERK)
    course.do("assign-supervising-body", file, by=by, **said)
    course.do("assign-responsible-officer", file, by=by, officer=course.scene.head)


# -- imported rows --------------------------------------------------------------------


def starts_import(course: Course) -> UUID:
    """
    Begin an import.
    """
    facts = course.do(
        "start-import",
        import_kind=chosen(list(ImportKind), course.step.other),
        file_sha256=DIGEST,
        size=1,
        layout="penalties/csv",
        encoding="utf-8",
    )
    return facts[0].file


def completes_import(course: Course) -> None:
    """
    End an import.
    """
    count = course.step.other
    counts = Counts(count, accepted=count, duplicate=0, rejected=0, skipped=0)
    course.do("complete-import", course.one("import"), counts=counts)


def _row(course: Course) -> dict[str, Any]:
    number = course.new_number()
    runs = course.files("import") or [starts_import(course)]
    name, uscc = firm(course.step.one)
    code = uscc if course.step.late % 2 == 0 else ""
    authority = (CITY_AUTHORITY, COUNTY_AUTHORITY, PrintedAuthority("某市应急局"))
    return {
        "origin": RowOrigin(runs[-1], number, "penalties/csv"),
        "row": Personal(f'{{"演示":{number}}}', course.subject()),
        "party": PrintedParty(PartyClass.UNIT, party_name=name, uscc=code),
        "authority": chosen(authority, course.step.other),
    }


def imports_penalty(course: Course) -> None:
    """
    Record a row of a table of penalties, now and then one that is none.
    """
    row, number = _row(course), course.new_number()
    decision = f"（演）应急罚〔2026〕{number}号"
    day = DECIDED_ON - timedelta(days=course.step.days)
    row["penalty"] = replace(PENALTY, decision_no=decision, decided_on=day)
    row["texts"] = TEXTS
    if course.step.late == 1:
        none = NonPenalty.EXEMPTED
        course.do("record-imported-non-penalty", **row, non_penalty=none)
    else:
        course.do("record-imported-penalty", **row)


def imports_person(course: Course) -> None:
    """
    Record a penalty on a natural person, whose name stands in the vault.
    """
    row, number = _row(course), course.new_number()
    person = Personal("钱某", course.subject())
    row["party"] = PrintedParty(PartyClass.PERSON, party_person=person)
    decision = f"（演）应急罚〔2026〕{number}号"
    row["penalty"] = replace(PENALTY, decision_no=decision, decided_on=DECIDED_ON)
    course.do("record-imported-penalty", **row, texts=TEXTS)


def imports_entry(course: Course) -> None:
    """
    Record an entry of a published list.
    """
    listed = DECIDED_ON - timedelta(days=100 * course.step.other)
    removed = DECIDED_ON if course.step.late == 1 else None
    generation = chosen(list(ListGeneration), course.step.other)
    entry = PrintedListEntry(generation, listed_on=listed, removed_on=removed)
    texts = ListTexts(listed_reason=Personal("瞒报", course.subject()))
    course.do(
        "record-imported-list-entry", **_row(course), entry=entry, list_texts=texts
    )


def imports_permit(course: Course) -> None:
    """
    Record a permit of a published list.
    """
    number = f"（演）WH安许证字〔2026〕{course.new_number()}"
    permit = PrintedPermit(permit_no=number, decided_on=DECIDED_ON)
    texts = PermitTexts()
    course.do(
        "record-imported-permit", **_row(course), permit=permit, permit_texts=texts
    )


def links(course: Course) -> None:
    """
    Say whose a record is; take an earlier link back first.
    """
    file, enterprise = course.one("imported-record"), course.another("enterprise")
    if _is_linked(course, file):
        course.do("unlink-party", file, grounds="同名")
    course.do("link-party", file, enterprise=enterprise, grounds="来函")


def unlinks(course: Course) -> None:
    """
    Take a link back, or say that nobody proposed is the party.
    """
    file = course.one("imported-record")
    if _is_linked(course, file):
        course.do("unlink-party", file, grounds="同名")
    else:
        course.do("hold-party", file, grounds="查无此户")


def _is_linked(course: Course, file: UUID) -> bool:
    record = course.office.file(file)
    return bool(getattr(record, "is_linked", False))


def links_authority(course: Course) -> None:
    """
    Say which body made a record; it reads the record from then on.
    """
    body = chosen(course.bodies[:2], course.step.other)
    file = course.one("imported-record")
    course.do("link-authority", file, body=body, grounds="来函")


def states(course: Course) -> None:
    """
    Record what the source says of a record, from a day or without one.
    """
    status = chosen(list(SourceStatus), course.step.other)
    day = course.scene.day - timedelta(days=course.step.late)
    stated = StatedStatus(status, day if course.step.late else None)
    course.do("record-imported-status", course.one("imported-record"), stated=stated)


def corrects_record(course: Course) -> None:
    """
    Put a value of a record right.
    """
    number = course.new_number()
    ways: list[dict[str, Any]] = [
        {"field": Field.PARTY_NAME, "new_plain": f"演示第{number}有限公司"},
        {"field": Field.USCC, "new_plain": firm(number)[1]},
        {"field": Field.AUTHORITY_NAME, "new_plain": f"演示第{number}局"},
        {"field": Field.DECISION_NO, "new_plain": f"演罚〔2026〕{number}号"},
        {"field": Field.DECIDED_ON, "new_on": DECIDED_ON - timedelta(days=number)},
        {"field": Field.FINE_FEN, "new_fen": number},
        {"field": Field.VIOLATION_FACT, "new_text": Personal("未设警示标志")},
    ]
    course.do(
        "correct-imported-record",
        course.one("imported-record"),
        correction_source=CorrectionSource.SOURCE,
        grounds="更正通知",
        **chosen(ways, course.step.other),
    )


# -- publications ---------------------------------------------------------------------


def publishes(course: Course) -> None:
    """
    Make a record public, on one channel or the other.
    """
    channel = chosen(list(Channel), course.step.other)
    record = chosen(_ours(course), course.step.one)
    _publish(course, "publish-item", channel, record=record)


def publishes_batch(course: Course) -> None:
    """
    Make several records public in one act.
    """
    ours = _ours(course)
    batch = tuple({chosen(ours, course.step.one + n) for n in range(2)})
    channel = chosen(list(Channel), course.step.other)
    _publish(course, "publish-batch", channel, records=batch)


def _ours(course: Course) -> list[UUID]:
    """
    List the penalties of the bureau whose party is linked.
    """
    records = map(course.office.file, course.files("imported-record"))
    return [
        record.id
        for record in records
        if isinstance(record, ImportedRecord)
        and record.kind is RecordKind.PENALTY
        and record.is_linked
        and record.authority_body == course.bodies[0]
    ]


def _publish(course: Course, act: str, channel: Channel, **said: object) -> None:
    general = {"credit_class": CreditClass.GENERAL, "class_ground": "较大数额罚款"}
    course.do(act, channel=channel, **general, **said)


def corrects_item(course: Course) -> None:
    """
    Correct what is public: what the record says now, without a text, or as graver.
    """
    hide = (PublicText.VIOLATION_FACT,) if course.step.other % 2 else ()
    said: dict[str, Any] = {"hide": hide}
    if course.step.late:
        said |= {"credit_class": CreditClass.SERIOUS, "class_ground": "情节严重"}
    course.do("correct-item", course.one("publication"), reason="更正", **said)


def withdraws_item(course: Course) -> None:
    """
    Withdraw what is public.
    """
    grounds = (WithdrawalGround.ENTRY_ERROR, *WithdrawalGround)
    ways = [
        ("withdraw-item", {"withdrawal_ground": ground, "reasons": "公开有误"})
        for ground in grounds
    ]
    course.do_one_of(ways, course.one("publication"))


#: The steps, by name.
WAYS: dict[str, Way] = {
    way.__name__: way
    for way in (
        registers,
        renames,
        changes_profile,
        grades,
        names_principal,
        leaves_the_register,
        assigns,
        starts_import,
        completes_import,
        imports_penalty,
        imports_person,
        imports_entry,
        imports_permit,
        links,
        unlinks,
        links_authority,
        states,
        corrects_record,
        publishes,
        publishes_batch,
        corrects_item,
        withdraws_item,
    )
}
