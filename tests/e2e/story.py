"""
The story of one hazard, from the approval of a visit to the end of its supervision.

It is told in chapters, each by the people whose acts they are; tests ask afterwards.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from domain.base import Role
from domain.codes import make_uscc_of
from tests.e2e.telling import CITY, COUNTY, OPERATOR, SINCE, Done, Teller

USCC = make_uscc_of("91", CITY, "00000001")
BUREAU_USCC = make_uscc_of("11", CITY, "00000002")
WORKS = "城东冶炼厂"
JPEG = b"\xff\xd8\xff\xe0" + b"a photograph" * 8
PEOPLE = (
    ("first", "赵一", Role.OFFICER, "bureau"),
    ("second", "钱二", Role.OFFICER, "bureau"),
    ("third", "冯三", Role.OFFICER, "bureau"),
    ("fourth", "陈四", Role.OFFICER, "bureau"),
    ("head", "孙局", Role.HEAD, "bureau"),
    ("principal", "李局", Role.PRINCIPAL_HEAD, "bureau"),
    ("importer", "王入", Role.IMPORTER, "bureau"),
    ("discloser", "郑公", Role.DISCLOSURE_OFFICER, "bureau"),
    ("clerk", "吴文", Role.CLERK, "bureau"),
    ("foreign", "蒋外", Role.OFFICER, "county"),
    ("commissioner", "周纪", Role.DISCIPLINE, "commission"),
    ("policeman", "沈警", Role.POLICE, "police"),
)


@dataclass
class Story:
    """
    The story while it is told.

    Args:
        teller: Through whom it is told.
        bodies: The bodies, by what they are.
        done: What came of each step, by act.
    """

    teller: Teller
    bodies: dict[str, str] = field(default_factory=dict)
    done: dict[str, Done] = field(default_factory=dict)

    def does(self, login: str, act: str, file: str = "", /, **terms: object) -> Done:
        """Do a step, and remember what came of it."""
        self.done[act] = self.teller.does(login, act, file, **terms)
        return self.done[act]

    @property
    def visit(self) -> str:
        """The visit on which the hazard was found."""
        return self.done["approve-inspection"].file

    @property
    def hazard(self) -> str:
        """The hazard."""
        return self.done["identify-hazard"].file

    @property
    def thread(self) -> str:
        """The thread of everything that followed from the visit."""
        return self.visit

    def whole(self) -> "Story":
        """Tell it to the end."""
        self.settle()
        self.equip()
        self.inspect()
        self.order()
        self.supervise()
        self.rectify()
        self.strike_off()
        self.publish()
        return self

    # -- before -----------------------------------------------------------------------

    def settle(self) -> None:
        """Open a demonstration ledger; set the bodies and their people up."""
        teller, bodies = self.teller, self.bodies
        self.does(
            OPERATOR,
            "open-ledger",
            deployment=str(teller.house.ledger.deployment),
            name="演示市",
            region=CITY,
            demonstration=True,
        )
        top = bodies["government"] = teller.body("演示市人民政府", "government")
        bodies["bureau"] = teller.body(
            "演示市应急管理局", "regulator", parent=top, uscc=BUREAU_USCC
        )
        bodies["county"] = teller.body(
            "演示县应急管理局", "regulator", parent=bodies["bureau"], region=COUNTY
        )
        bodies["commission"] = teller.body("演示市纪委监委", "discipline", parent=top)
        bodies["police"] = teller.body("演示市公安局", "police", parent=top)
        self.settle_further()
        for login, name, role, body in PEOPLE:
            teller.person(login, name, role, bodies[body])

    def settle_further(self) -> None:
        """Set up whom only some stories need."""

    def equip(self) -> None:
        """Certify officers, give the bureau its powers, rules, checklist and firm."""
        teller, bureau = self.teller, self.bodies["bureau"]
        for login in ("first", "second", "third", "fourth"):
            self.does(
                "clerk",
                "certify-officer",
                teller.id(login),
                certificate_number=f"证-{login}",
                certificate_kinds=["安全生产"],
                valid_from=SINCE,
                valid_until="2027-12-31",
            )
        for power in ("inspect", "penalise"):
            given = {"body": bureau, "power": power, "since_on": SINCE}
            self.does("clerk", "assign-mandate", **given)
        pack = {"pack_code": "004", "pack_version": "1"}
        adopted = self.does("clerk", "publish-rule-pack", **pack).file
        since = str(teller.today)
        self.does("clerk", "adopt-rule-pack", adopted, region=CITY, since_on=since)
        item = {"basis": "安全生产法36", "mandatory": True, "violation_code": "V1"}
        self.does(
            "clerk",
            "publish-checklist-version",
            name="冶金企业检查表",
            items=[
                {"checklist_item": "01", "text": "煤气柜安全距离符合要求", **item},
                {"checklist_item": "02", "text": "报警装置完好", **item},
            ],
        )
        self.does("first", "register-enterprise", name=WORKS, region=CITY, uscc=USCC)

    # -- the visit --------------------------------------------------------------------

    def inspect(self) -> None:
        """Approve a visit, give notice, begin it, look, find, and sign the record."""
        teller = self.teller
        self.does(
            "head",
            "approve-inspection",
            enterprise=self.done["register-enterprise"].file,
            mode="planned",
            inspection_scope="煤气区域",
            inspectors=[teller.id("first"), teller.id("second")],
            checklist=self.done["publish-checklist-version"].file,
        )
        told = {"recipient": "何厂长", "recipient_post": "厂长"}
        self.does("first", "notify-inspection", self.visit, **told)
        here = {"place": "厂区", "certificates_shown": True}
        arrived = self.does("first", "open-inspection", self.visit, **here).at
        self.look()
        self.does(
            "second",
            "sign-inspection-record",
            self.visit,
            started_at=arrived.isoformat(),
            ended_at=teller.clock.moment.isoformat(),
            signer="何厂长",
            signer_post="厂长",
        )

    def look(self) -> None:
        """Answer the checklist, and record what does not conform."""
        photograph = self.teller.puts("first", JPEG)
        for item, answer in (("01", "violates"), ("02", "conforms")):
            self.does(
                "first",
                "answer-checklist-item",
                self.visit,
                checklist_item=item,
                answer=answer,
                evidence=[photograph],
            )
        self.does(
            "first",
            "record-finding",
            self.visit,
            description="煤气柜与厂房的距离不足",
            is_violation=True,
            area="煤气柜",
            violation_code="V1",
            checklist_item="01",
            evidence=[photograph],
        )

    # -- the hazard -------------------------------------------------------------------

    def order(self) -> None:
        """Identify the hazard, grade it major, order it, issue and serve the order."""
        what = {"item_nos": [1], "place": "煤气柜", "description": "煤气泄漏可致中毒"}
        self.does("first", "identify-hazard", self.visit, **what)
        self.does(
            "second",
            "grade-hazard",
            self.hazard,
            hazard_level="major",
            standard="工贸企业重大事故隐患判定标准",
            clause="第十一条",
        )
        self.does(
            "first",
            "order-rectification",
            self.hazard,
            measures="停用煤气柜并迁移",
            rectify_until=str(self.teller.today + timedelta(days=14)),
            danger=False,
        )
        to = {"enterprise": self.done["register-enterprise"].file, "printed": WORKS}
        self.does(
            "first",
            "issue-document",
            about=self.hazard,
            form="rectification_order",
            addressees=[to],
        )
        self.does(
            "first",
            "serve-document",
            with_officers=[self.teller.id("second")],
            document=self.done["issue-document"].last,
            addressee_no=1,
            way="direct",
            place="厂部办公室",
            recipient="何厂长",
            recipient_relation="厂长",
        )

    def supervise(self) -> None:
        """File the plan, list the hazard, write the three lists, report twice."""
        self.teller.wait(1)
        self.does(
            "clerk",
            "file-rectification-plan",
            self.hazard,
            aims="消除煤气柜距离不足的隐患",
            methods_and_measures="迁移煤气柜",
            money_and_goods="专项资金",
            body_and_people="由厂长任组长",
            time_required="两周",
            safety_and_emergency="停用设备，专人值守",
            further_items=[],
        )
        self.does(
            "principal",
            "list-for-supervision",
            self.hazard,
            listing_number="（演示）督〔2026〕1号",
            requirements="限期迁移",
            responsible_body=self.bodies["bureau"],
            supervise_until=str(self.teller.today + timedelta(days=30)),
            displayed_where="厂门",
        )
        lists = ("problem_list", "responsibility_list", "rectification_list")
        written = {name: ["煤气柜迁移，厂长负责"] for name in lists}
        self.does("first", "record-three-lists", self.hazard, **written)
        for recipient in ("regulator", "workers_congress"):
            told = {"reported_to": recipient, "progress": "过半"}
            self.does("clerk", "report-treatment", self.hazard, **told)

    def rectify(self) -> None:
        """Report it done; accept it by those who found it, verify it by a head."""
        self.teller.wait(7)
        self.does("clerk", "report-rectification", self.hazard, done="煤气柜已迁移")
        self.teller.wait(1)
        self.does(
            "first",
            "accept-rectification",
            self.hazard,
            opinion="现场复查，已迁移，同意验收",
            evidence=[self.teller.puts("first", JPEG)],
        )
        self.does("head", "verify-hazard", self.hazard, opinion="核查属实")

    def strike_off(self) -> None:
        """Strike the hazard off, and release it from supervision."""
        self.teller.wait(1)
        self.does("head", "delist-hazard", self.hazard, opinion="同意销号")
        self.does("principal", "release-supervision", self.hazard, opinion="解除督办")

    # -- the penalty that was imported ------------------------------------------------

    def publish(self) -> None:
        """Take in a penalty that was kept elsewhere, and make it public."""
        run = self.does(
            "importer",
            "start-import",
            import_kind="penalties",
            file_sha256="ab" * 32,
            size=1,
            layout="penalties/csv",
            encoding="utf-8",
        ).file
        self.does(
            "importer",
            "record-imported-penalty",
            origin={"run": run, "row_no": 2, "layout": "penalties/csv"},
            row='{"行政相对人名称":"城东冶炼厂"}',
            party={"party_class": "unit", "party_name": WORKS, "uscc": USCC},
            authority={
                "authority_name": "演示市应急管理局",
                "authority_code": BUREAU_USCC,
            },
            penalty={
                "decision_no": "（演）应急罚〔2026〕1号",
                "kinds": ["warning", "fine"],
                "decided_on": "2026-02-10",
                "fine_fen": 2_000_000,
                "publicity": {"until_on": "2027-02-10"},
            },
            texts={
                "violation_fact": "未按规定设置安全警示标志",
                "penalty_content": "警告，罚款人民币2万元",
            },
        )
        self.does(
            "discloser",
            "publish-item",
            record=self.done["record-imported-penalty"].file,
            channel="own_site",
            credit_class="general",
            class_ground="较大数额罚款",
        )
