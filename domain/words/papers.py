"""
Words of documents and services.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("about", "所涉卷宗", "the file that it is about"),
    Term("form", "文书种类", "kind of document"),
    Term("form_set", "文书式样", "form set"),
    Term("form_number", "式样编号", "number in the form set"),
    Term("seal", "用印", "seal"),
    Term("number_void", "是否为已作废文书的文号", "whether its paper is void"),
    Term("addressees", "受送达人", "addressees"),
    Term("addressee", "受送达人", "addressee"),
    Term("addressee_no", "受送达人序号", "which addressee, from 1"),
    Term("enterprise", "企业", "enterprise"),
    Term("body", "机构", "body"),
    Term("person", "自然人", "person"),
    Term("printed", "文书上的名称", "name as printed"),
    Term("renders", "载明的事实", "facts that it renders"),
    Term("content_sha256", "内容摘要", "digest of its content"),
    Term("number", "文号", "document number"),
    Term("replacement", "更换后的文书", "the document in its place"),
    Term("document", "文书", "document"),
    Term("address", "地址", "address"),
    Term("electronic_ways", "约定的电子送达方式", "electronic ways agreed"),
    Term("electronic_addresses", "电子送达地址", "electronic addresses agreed"),
    Term("consent", "送达地址确认书", "the signed confirmation"),
    Term("contact", "联系人", "contact person"),
    Term("way", "送达方式", "way of service"),
    Term("posted_where", "公告载体", "where it is announced"),
    Term("served_on", "送达日", "day of service"),
    Term("served_late", "是否逾期送达", "whether served too late"),
    Term("place", "地点", "place"),
    Term("recipient", "签收人", "who took it"),
    Term("recipient_relation", "与受送达人的关系", "relation to the addressee"),
    Term("refusal_reason", "拒收理由", "why it was refused"),
    Term("witness", "见证人", "witness"),
    Term("evidence", "证据材料", "evidence"),
    Term("series", "文号序列", "number series"),
    Term("agency", "机关代字", "agency word"),
    Term("code", "文书代字", "word of the kind"),
    Term("year", "年份", "year"),
    Term("pattern", "文号格式", "pattern of the number"),
    Term("serial", "序号", "serial"),
    Term("suffix", "副号", "suffix"),
    Term("stage", "状态", "stage"),
    Term("thread", "线索", "thread"),
    Term("issued_on", "签发日", "issued on"),
    Term("addressees_count", "受送达人数", "addressees"),
    Term("service_state", "送达情况", "service"),
    Term("rendition", "成文文书", "the paper as drawn up"),
    Term("set_aside_by", "认定机关", "who set it aside"),
)

WORDINGS = (
    Wording(
        "nothing_to_render",
        "该卷宗中还没有“{form}”可以载明的事实。请先办理相应事项。",
        "The file has no fact yet that a {form} renders; do the act first.",
    ),
    Wording(
        "addressee_missing",
        "“{form}”须写明受送达人。",
        "A {form} needs at least one addressee.",
    ),
    Wording(
        "addressee_unnamed",
        "第 {no} 个受送达人：请在企业、机构、自然人中择一填写。",
        "Addressee {no}: name one enterprise, one body or one person.",
    ),
    Wording(
        "document_not_in_force",
        "该文书{stage}，不能再办理。",
        "The document is {stage}; nothing more can be done with it.",
    ),
    Wording(
        "other_matter",
        "更换后的文书须与原文书所涉事项相同，且不是同一份文书。",
        "The new document must be another one about the same matter.",
    ),
    Wording(
        "document_served",
        "该文书已送达，不能作废；如有错误，请更换文书。",
        "The document has been served and cannot be voided; replace it instead.",
    ),
    Wording(
        "no_such_addressee",
        "该文书没有第 {no} 个受送达人（共 {count} 个）。",
        "The document has no addressee {no}; it has {count}.",
    ),
    Wording(
        "served_already",
        "该受送达人已于 {on} 送达。",
        "This addressee was served on {on} already.",
    ),
    Wording(
        "no_electronic_consent",
        "受送达人没有签订确认书同意电子送达（行政处罚法第六十一条）。",
        "The addressee has not agreed to electronic service in writing.",
    ),
    Wording(
        "announcement_last",
        "其他方式无法送达的，才能公告送达。请先记录其他方式的送达未成。",
        "Announce only when other ways have failed; record the failed attempt first.",
    ),
    Wording(
        "announcement_by_clock",
        "公告送达请办理“公告送达”事项；公告期满由系统自动记录。",
        "For an announcement do that act; it counts as served by the clock.",
    ),
    Wording(
        "not_announced",
        "没有进行中的公告送达。",
        "No service by announcement is running.",
    ),
    Wording(
        "announcement_running",
        "公告期至 {until} 届满，尚未视为送达。",
        "The announcement runs until {until}; it does not count as served yet.",
    ),
    Wording(
        "recipient_missing",
        "直接送达须写明签收人，或者附送达回证等材料。",
        "Handing a document over needs who took it, or a receipt of it.",
    ),
    Wording(
        "refusal_reason_missing",
        "留置送达须写明拒收的理由。",
        "Leaving a document needs the reason why it was refused.",
    ),
    Wording(
        "witness_missing",
        "留置送达须有见证人，或者附拍照、录像材料。",
        "Leaving a document needs a witness, or photographs or a recording.",
    ),
    Wording(
        "rendered_already",
        "该文书已经成文。有误的，请更换文书。",
        "The paper was drawn up already; replace the document if it is wrong.",
    ),
    Wording(
        "not_served",
        "该文书尚未送达，或者送达已被认定无效。",
        "The document was not served, or its service was set aside already.",
    ),
)
