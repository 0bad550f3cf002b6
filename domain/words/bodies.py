"""
Words of bodies, their people and powers, and of what all acts have in common.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("body_kind", "机构类别", "kind of body"),
    Term("level", "层级", "level of government"),
    Term("identity", "机构身份", "identity"),
    Term("region_word", "地区简称", "region word", hint_zh="文号所用，如“哈”"),
    Term("agency_word", "机关代字", "agency word", hint_zh="文号所用，如“应急”"),
    Term(
        "review_body",
        "行政复议机关",
        "review authority",
        hint_zh="本级人民政府（行政复议法第二十四条）",
        hint_en="The government of its own level (Administrative Review Law 24).",
    ),
    Term("court", "管辖法院", "court"),
    Term("parent", "上级机构", "body above it"),
    Term("payee", "缴款账户", "account for payments"),
    Term("bank", "开户银行", "bank"),
    Term("account_name", "户名", "name of the account"),
    Term("account_number", "账号", "account number"),
    Term("seals", "用印规定", "seals by kind of document"),
    Term("form_code", "文书代字", "word of the kind of document"),
    Term("power", "权限", "power"),
    Term("powers", "委托的权限", "powers delegated"),
    Term("delegate", "受委托组织", "organisation that is delegated to"),
    Term("matters", "委托事项", "matters"),
    Term("login", "账号名", "account"),
    Term("role", "岗位", "role"),
    Term(
        "enterprises",
        "经办许可的企业",
        "enterprises whose permits are dealt with",
        hint_zh="仅许可岗位填写；不填为全部企业。",
        hint_en="Only for a licensing post; all enterprises if none is named.",
    ),
    Term("certificate_number", "执法证号", "number of the certificate"),
    Term("certificate_kinds", "执法类别", "what it entitles to"),
    Term("successor", "承继机构", "body that takes over"),
    Term("listed_powers", "清单所列权限", "powers of the list"),
    Term("course", "轮训内容", "course"),
    Term("retrain_limit", "下次轮训期限", "limit for the next round"),
    Term("valid_from", "有效期自", "valid from"),
    Term("valid_until", "有效期至", "valid until, inclusive"),
)

WORDINGS = (
    # -- what all acts have in common --
    Wording(
        "role_not_held",
        "您在 {on} 不在本机构的“{role}”岗位上。请先由档案文书人员确定岗位。",
        "You do not hold the post of {role} in this body on {on}; a clerk assigns it.",
    ),
    Wording(
        "not_an_officer",
        "{officer} 在 {on} 不是本机构的执法人员，不能参加执法。",
        "{officer} is no enforcement officer of this body on {on}.",
    ),
    Wording(
        "no_certificate",
        "{officer} 在 {on} 没有有效的执法证，不能执法。",
        "{officer} has no valid enforcement certificate on {on}.",
    ),
    Wording(
        "two_officers",
        "须有两名以上执法人员共同办理。请填写共同执法人员。",
        "Two or more officers do this together; name the other one.",
    ),
    Wording(
        "no_mandate",
        "本机构当日没有“{power}”权限，也没有受委托。请先在权责清单中确定。",
        "This body has no power to {power} on that day, of its own or by delegation.",
    ),
    Wording(
        "mandate_not_delegable",
        "行政强制措施权不得委托。",
        "The power to coerce cannot be delegated.",
    ),
    Wording(
        "licensing_role",
        "{officer} 担任该企业的许可经办岗位（或者离任不满规定天数），不得对其执法。",
        "{officer} deals, or dealt until lately, with this enterprise's permits.",
    ),
    Wording(
        "outside_jurisdiction",
        "该机构（{body}）不是本机构或者本机构的下级机构。",
        "The body {body} is neither your own nor below it.",
    ),
    Wording(
        "term_reversed",
        "截止日 {until_on} 早于起始日 {since_on}。",
        "The last day {until_on} lies before the first day {since_on}.",
    ),
    # -- bodies --
    Wording(
        "clerk_in_office",
        "该机构已有档案文书人员在岗，请由其办理；系统运维只在建账时办理。",
        "A clerk is in office there; the operator only sets up what has none.",
    ),
    Wording(
        "region_outside_ledger",
        "行政区划 {region} 不在本账本的范围（{root}）内。",
        "The region {region} lies outside this ledger's, {root}.",
    ),
    Wording(
        "below_itself",
        "机构不能隶属于自身或者自己的下级机构。",
        "A body cannot stand below itself.",
    ),
    # -- powers --
    Wording(
        "committee_office_enforces_nothing",
        "安全生产委员会办公室不得实施行政检查等执法活动。",
        "The office of a safety committee enforces nothing.",
    ),
    Wording(
        "no_powers_for_kind",
        "{body_kind}不能具有或者受托行使该权限。",
        "A {body_kind} can neither have such a power nor be lent it.",
    ),
    Wording(
        "delegation_empty",
        "委托执法须载明权限和事项。",
        "A delegation names its powers and its matters.",
    ),
    Wording(
        "not_the_delegator",
        "只有本机构可以委托或者撤销委托自己的权限。",
        "Only the body itself delegates its powers or takes them back.",
    ),
    Wording(
        "nothing_delegated",
        "当日没有对该组织（{body}）的委托。",
        "Nothing is delegated to {body} on that day.",
    ),
    Wording(
        "own_body_ends",
        "本机构的承继由上级机构登记。",
        "That one's own body ends is entered by the body above it.",
    ),
    Wording(
        "succeeded_already",
        "该机构已由 {body} 承继。",
        "The body was taken over by {body} already.",
    ),
    Wording(
        "succeeds_itself",
        "机构不能承继自己，也不能由它所承继的机构承继。",
        "No body takes over from itself, nor from one that took over from it.",
    ),
    Wording(
        "successor_of_other_kind",
        "承继机构须为同类机构；所选为{body_kind}。",
        "The successor is of the same kind; that one is a {body_kind}.",
    ),
    Wording(
        "body_succeeded",
        "本机构已由 {body} 承继，不再办理事项。",
        "{body} has taken over from this body, which acts no more.",
    ),
    Wording(
        "list_reaches_back",
        "权责清单不得溯及既往：{since_on} 已过。",
        "A duty list does not reach back: {since_on} is over.",
    ),
    Wording(
        "powers_incomplete",
        "清单须至少列一项权限，同一行业的同一权限只列一次。",
        "Name one power at least, each for a sector once.",
    ),
    # -- people --
    Wording(
        "course_missing",
        "请写明轮训内容。",
        "Say what was taught.",
    ),
    Wording(
        "no_training_overdue",
        "没有逾期未参加的轮训，或者已经标记。",
        "No training round is overdue, or it is marked already.",
    ),
    Wording(
        "account_taken",
        "账号名“{login}”已被使用。请换一个。",
        "The account {login} is taken; choose another.",
    ),
    Wording(
        "role_without_person",
        "“{role}”不由人员担任。",
        "Nobody holds the post of {role}.",
    ),
    Wording(
        "role_not_of_body",
        "{body_kind}没有“{role}”岗位。",
        "A {body_kind} has no post of {role}.",
    ),
    Wording(
        "no_such_post",
        "该人员在 {on} 之后没有这样的岗位。",
        "There is no such post that runs beyond {on}.",
    ),
    Wording(
        "auxiliary_never_certified",
        "辅助人员不能取得执法证；须先确定为执法人员。",
        "An auxiliary is not certified; assign the post of an officer first.",
    ),
    Wording(
        "certificate_number_taken",
        "执法证号 {certificate_number} 属于其他人员。",
        "The certificate {certificate_number} is somebody else's.",
    ),
    Wording(
        "no_such_certificate",
        "该人员没有 {certificate_number} 号执法证。",
        "The person has no certificate {certificate_number}.",
    ),
    Wording(
        "certificate_not_valid",
        "{certificate_number} 号执法证在 {on} 无效或者已暂停。",
        "The certificate {certificate_number} is not valid, or suspended, on {on}.",
    ),
    Wording(
        "certificate_not_suspended",
        "{certificate_number} 号执法证没有暂停。",
        "The certificate {certificate_number} is not suspended.",
    ),
    Wording(
        "certificate_expired",
        "{certificate_number} 号执法证的到期已记录。",
        "That the certificate {certificate_number} ran out is recorded already.",
    ),
    Wording(
        "certificate_still_valid",
        "{certificate_number} 号执法证有效期至 {until_on}，尚未届满。",
        "The certificate {certificate_number} is valid until {until_on}.",
    ),
)
