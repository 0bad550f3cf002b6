"""
Words of random draws.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("draw", "随机抽取", "random draw"),
    Term("enterprise_pool", "企业名录库", "pool of enterprises"),
    Term("officer_pool", "执法人员名录库", "pool of officers"),
    Term("committed_on", "封存日", "committed on"),
    Term("drawn_on", "抽取日", "drawn on"),
    Term("overridden", "是否变更", "whether overridden"),
    Term("overrides_count", "变更数", "overridden", unit="家"),
    Term("visits_count", "抽取企业数", "enterprises drawn", unit="家"),
    Term("officers_each_count", "每家抽取人数", "officers for each", unit="人"),
    Term("pool_sha256", "名录库摘要", "digest of the pools"),
    Term(
        "seed_commitment",
        "种子摘要",
        "digest of the seed",
        hint_zh="种子的 SHA-256，64位十六进制小写；种子本身抽取时才公开。",
        hint_en="SHA-256 of the seed, 64 hex digits; the seed is revealed by the draw.",
    ),
    Term("seed", "种子", "seed"),
    Term("commitment_sha256", "封存事实摘要", "digest of the commitment"),
    Term("drawn_visits", "抽取结果", "what was drawn"),
    Term("replacing_visit", "变更后的抽取结果", "what takes its place"),
)

WORDINGS = (
    Wording(
        "no_commitment",
        "种子摘要须为64位十六进制小写的 SHA-256。",
        "The digest of the seed is a SHA-256 of 64 lower-case hex digits.",
    ),
    Wording(
        "no_such_pool",
        "名录库共 {count} 项，拟抽取 {wanted} 项；不得重复，不得多于 {most} 项，"
        "也不得少于拟抽取数。",
        "Of a pool of {count}, {wanted} are to be drawn; it holds each once, {most} at "
        "most, and as many as are drawn.",
    ),
    Wording(
        "seed_differs",
        "种子与封存的摘要不符。请使用封存时的种子。",
        "The seed is not the one that was committed; give that one.",
    ),
    Wording("drawn_already", "已经抽取，不得重抽。", "The lots were drawn; not again."),
    Wording("nothing_drawn", "尚未抽取。", "Nothing was drawn yet."),
    Wording(
        "not_drawn",
        "抽取结果中没有该企业（{enterprise}）。",
        "The enterprise {enterprise} is not among those drawn.",
    ),
    Wording(
        "drawn_as_well",
        "该企业（{enterprise}）本已抽中，不能用来替换。",
        "The enterprise {enterprise} was drawn as well; it replaces no other.",
    ),
    Wording(
        "not_in_pool",
        "替换的企业和人员须在封存的名录库中。",
        "What takes the place of a drawn visit must be in the pools.",
    ),
    Wording(
        "approver_no_head",
        "变更抽取结果须由本机关负责人批准，批准人（{officer}）不得是办理人。",
        "A head of the body who does not act must approve; {officer} is none.",
    ),
    Wording(
        "draw_missing",
        "“{mode}”：随机抽查须引用抽取结果，其他检查不引用。",
        "A random visit, and no other, names the draw that led to it ({mode}).",
    ),
    Wording(
        "other_officers_drawn",
        "随机抽查的人员须与抽取结果一致。",
        "The officers of a random visit are exactly those who were drawn.",
    ),
    Wording(
        "visit_approved",
        "该项抽取结果已审批检查（{inspection}）。",
        "The drawn visit is approved already, as {inspection}.",
    ),
)
