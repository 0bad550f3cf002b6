"""
Words of the register of enterprises, of who supervises them, and of their permits.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("revoked_by", "吊销机关", "revoked by"),
    Term("licences_left", "尚待吊销的证照", "licences still to be revoked"),
    Term(
        "uscc",
        "统一社会信用代码",
        "unified social credit code",
        hint_zh="18位，按国家标准 GB 32100 校验",
        hint_en="18 characters, checked by GB 32100.",
    ),
    Term("reg_no", "注册号", "registration number"),
    Term("org_code", "组织机构代码", "organisation code"),
    Term("name_key", "名称比对值", "name, for comparing"),
    Term("profile", "企业信息", "profile"),
    Term("subject_kind", "主体类型", "kind of subject"),
    Term("sector", "监管行业领域", "sector of supervision"),
    Term(
        "industry",
        "国民经济行业",
        "industry",
        hint_zh="GB/T 4754 代码，2至4位数字",
        hint_en="Code of GB/T 4754, two to four digits.",
    ),
    Term("business_address", "经营场所", "business address"),
    Term("employees_count", "从业人数", "employees", unit="人"),
    Term("established_on", "成立日期", "founded on"),
    Term("scale", "企业规模", "scale of the enterprise"),
    Term("management_class", "管理分类", "class of supervision"),
    Term("production_state", "生产状态", "state of production"),
    Term("risk_features", "风险特征", "risk features"),
    Term("leading", "主档", "leading file"),
    Term("grade", "安全等级", "grade"),
    Term("grade_scale", "等级序列（由优至劣）", "scale of grades, best first"),
    Term("factors", "评定因素", "what the grade rests on"),
    Term("former_grade", "原等级", "former grade"),
    Term("visits_per_year", "年度计划检查次数", "planned visits a year", unit="次"),
    Term("former_visits", "原年度计划检查次数", "visits before", unit="次"),
    Term("principal_kind", "负责人类别", "capacity of the principal"),
    Term("principal", "负责人姓名", "name of the principal"),
    Term("principal_key", "姓名比对值", "name of the principal, for comparing"),
    Term("lead_body", "监管主体", "lead body"),
    Term(
        "pending",
        "是否待分派",
        "whether awaiting assignment",
        hint_zh="导入的企业暂由导入机关监管，分派后结束。",
        hint_en="The importing body leads it until somebody decides.",
    ),
    Term("officer", "人员", "person"),
    Term("responsible_officer", "监管责任人", "responsible officer"),
    Term("replaced", "被替换的责任人", "responsible before"),
    Term("permit_kind", "许可证种类", "kind of permit"),
    Term("issuing_authority", "发证机关", "issuer"),
    Term("changed", "变更内容", "what was changed"),
)

WORDINGS = (
    Wording(
        "uscc_invalid",
        "统一社会信用代码“{uscc}”无效：{zh}。请核对营业执照。",
        "The code {uscc} is not valid: {en}. Look at the licence.",
    ),
    Wording(
        "uscc_taken",
        "统一社会信用代码 {uscc} 已有档案（{file}）。请在该档案办理。",
        "The code {uscc} has a file already, {file}; go on with that one.",
    ),
    Wording(
        "reg_no_taken",
        "注册号 {reg_no} 已有档案（{file}）。请在该档案办理。",
        "The number {reg_no} has a file already, {file}; go on with that one.",
    ),
    Wording(
        "reg_no_invalid",
        "注册号“{reg_no}”无效：{zh}。请核对营业执照。",
        "The registration number {reg_no} is not valid: {en}. Look at the licence.",
    ),
    Wording(
        "org_code_invalid",
        "组织机构代码“{org_code}”无效：{zh}。请核对证书。",
        "The organisation code {org_code} is not valid: {en}. Look at the paper.",
    ),
    Wording(
        "org_code_taken",
        "组织机构代码 {org_code} 已有档案（{file}）。请在该档案办理。",
        "The code {org_code} has a file already, {file}; go on with that one.",
    ),
    Wording(
        "party_code_missing",
        "请填写统一社会信用代码；没有的，填写注册号或者组织机构代码。",
        "Give the credit code or, where there is none, the registration number or the "
        "organisation code.",
    ),
    Wording(
        "code_known",
        "已登记的代码是 {known}，不能改为 {given}。"
        "原代码有误的，请以正确的代码另行入库，再并档。",
        "Its code {known} is not changed to {given}. If it was wrong, enter the right "
        "one as a new file and join this file to it.",
    ),
    Wording(
        "unknown_region",
        "没有行政区划代码“{region}”。请填写 GB/T 2260 的六位代码。",
        "There is no region {region}; give six digits of GB/T 2260.",
    ),
    Wording(
        "unknown_industry",
        "没有行业代码“{industry}”。请填写 GB/T 4754 的代码。",
        "There is no industry {industry}; give a code of GB/T 4754.",
    ),
    Wording(
        "records_joined",
        "该档案已并入主档（{leading}）。请在主档办理。",
        "This file was joined to {leading}; go on with that one.",
    ),
    Wording(
        "joined_to_itself",
        "不能并入自身。请选择另一份档案。",
        "A file is not joined to itself; choose the other one.",
    ),
    Wording("name_missing", "请填写企业名称。", "Give the name of the enterprise."),
    Wording(
        "name_masked",
        "名称“{name}”已脱敏。请填写完整名称。",
        "The name {name} is masked; give the whole name.",
    ),
    Wording(
        "nothing_changed",
        "填写的内容与已登记的相同。",
        "Nothing that is stated differs from what is known.",
    ),
    Wording(
        "name_unchanged",
        "企业名称已是“{name}”。",
        "The enterprise is called {name} already.",
    ),
    Wording(
        "deregistered_already",
        "该企业已于 {on} 注销。",
        "The enterprise was deregistered on {on} already.",
    ),
    Wording(
        "no_such_grade",
        "本地的等级是：{grade_scale}；没有“{grade}”。",
        "The grades of this place are {grade_scale}; there is no {grade}.",
    ),
    Wording(
        "grade_unchanged",
        "该企业的等级已是“{grade}”。",
        "The grade is {grade} already.",
    ),
    Wording(
        "no_visits",
        "年度计划检查次数至少为1。",
        "There is at least one planned visit a year.",
    ),
    Wording(
        "frequency_unchanged",
        "年度计划检查次数已是 {visits} 次。",
        "There are {visits} planned visits a year already.",
    ),
    Wording(
        "above_inspection_cap",
        "年度计划检查 {visits} 次，超过公布的上限（{cap} 次）。",
        "The {visits} visits a year are more than the published cap of {cap}.",
    ),
    Wording(
        "major_hazard_open",
        "该企业的重大事故隐患尚未销号，不得降低检查频次。",
        "A major hazard of the enterprise is open; it is not visited less often.",
    ),
    Wording(
        "grade_not_improved",
        "自设定检查频次以来，企业等级没有提升，不得降低检查频次。请先重新定级。",
        "The grade has not become better since then; grade the enterprise anew first.",
    ),
    Wording(
        "not_a_regulator",
        "{body_kind}不能作为监管主体。请选择负有安全生产监督管理职责的部门。",
        "A {body_kind} does not supervise enterprises; choose a department.",
    ),
    Wording(
        "assigned_later",
        "现监管主体自 {since_on} 起监管；起始日不得早于该日。",
        "The assignment that stands began on {since_on}; none begins before it.",
    ),
    Wording(
        "not_the_lead",
        "监管责任人由监管主体（{body}）确定。",
        "The lead body {body} says who answers there.",
    ),
    Wording(
        "not_of_body",
        "该人员（{officer}）当日在该机构（{body}）没有岗位。",
        "{officer} has no post in the body {body} on that day.",
    ),
    Wording(
        "responsible_already",
        "该人员（{officer}）已是监管责任人。",
        "{officer} is responsible already.",
    ),
    Wording(
        "not_responsible",
        "该人员（{officer}）不是监管责任人。",
        "{officer} is not responsible.",
    ),
    Wording(
        "permit_recorded",
        "该机关核发的许可证 {permit_no} 已登记（{file}）。",
        "The issuer's permit {permit_no} is recorded already, as {file}.",
    ),
    Wording(
        "permit_incomplete",
        "请填写许可证的种类、编号和发证机关。",
        "Give kind, number and issuer of the permit.",
    ),
    Wording(
        "change_missing",
        "请写明变更了什么。",
        "Say what was changed.",
    ),
    Wording(
        "permit_without_end",
        "该许可长期有效，没有到期日。",
        "The permit has no end.",
    ),
    Wording(
        "permit_revoked",
        "该许可自 {since_on} 起已被吊销。",
        "The permit is revoked since {since_on}.",
    ),
    Wording(
        "not_the_issuer",
        "吊销许可由发证机关（{issuer}）决定。",
        "Only the issuer, {issuer}, revokes a licence.",
    ),
    Wording(
        "revocation_without_decision",
        "请填写发证机关吊销许可的处罚决定文号。",
        "State the number of the penalty decision by which the issuer revoked it.",
    ),
    Wording(
        "no_revocation_decided",
        "所引处罚决定不成立、不是对该企业作出或者没有吊销许可的内容。",
        "The penalty does not stand, is on another party, or revokes no licence.",
    ),
    Wording(
        "permit_expired",
        "该许可于 {until_on} 到期，已有记录。",
        "That the permit ran out on {until_on} is recorded already.",
    ),
    Wording(
        "permit_still_valid",
        "该许可有效期至 {until_on}，尚未届满。",
        "The permit is valid until {until_on}.",
    ),
)
