"""
Headers that were seen over columns of penalties, permits, hazards and inspections.

One entry for each field and Chinese term: the name of the field, the term, a colon, and
the headers as they were seen, with a bar between two.
Typing errors, lost letters and blanks inside are part of what was seen.
A section in square brackets names the kind of file.
"""

from typing import Final

HEADERS: Final = """\
[penalty]
party_name 行政相对人名称: 行政相对人名称 | CF_XDR_MC | xy010101 | 行政相对人名 |
   行政行对人名称 | 政行对人名称 | 企业名称或自然人姓名 | 违规主体名称 | 违法主体姓名 |
   当事人名称 | 被处罚当事人 | 被处罚人 | 被处罚单位 | 被处罚机构情况 | 被处罚个人 |
   行政处罚相对人 | illegPt | qymc | 被处罚对象名称 | 被处罚对象姓名 | 处罚企业名称 |
   被罚当事人名称
party_uscc 统一社会信用代码: 行政相对人代码_1 (统一社会信用代码) |
   行政相对人代码_1（统一社会信用代码） | 行政相对人代码-统一社会信用代码 |
   CF_XDR_SHXYM | 行政相对人代码_1(统一社会信用代码) |
   行政相对人代码 (统一社会信用代码) | 行政相对人代码-1 |
   行政相对人代码-1（统一社会信用代码） | 行政相对人代码/1（统一社会信用代码） |
   行统一社会信用代码 | 统一社会信用代码 | 统一社会代码 |
   行政相对人代码-1（社会统一信用代码） | 行政相对人代码（统一社会信用代码） |
   统一社会信用代 | 行政相对人代码1（统一社会信用代码） | 社会信用代码 |
   公司 统一社会信用代码 | 行政相对人代码 | 行政相对人代码_ 1(统一社会信用代码) |
   相对人代码 | 行政相对人统一社会信用代码 | 行政处罚相对人代码
party_reg_no 工商注册号: 行政相对人代码_2 (工商注册号) |
   行政相对人代码_2（工商注册号） | 行政相对人代码-工商注册号 | CF_XDR_GSZC |
   行政相对人代码_3(工商登记码) | 行政相对人代码＿3 | 行政相对人代码_3 (工商登记码)
party_org_code 组织机构代码: 行政相对人代码_3 (组织机构代码) |
   行政相对人代码_3（组织机构代码） | 行政相对人代码-组织机构代码 | CF_XDR_ZZJG |
   行政相对人代码_2(组织机构代码) | 行政相对人代码-2（组织机构代码） |
   行政相对人代码/2（组织机构代码） | 组织机构代码 | 行政相对人代码_2 (组织机构代码)
party_tax_no 税务登记号: 行政相对人代码_4 (税务登记号) |
   行政相对人代码_4（税务登记号） | 行政相对人代码-税务登记号 | CF_XDR_SWDJ |
   行政相对人代码_4(税务登记号) | 行政相对人代码＿4 | 行政相对人代码-3（纳税人识别号） |
   纳税人识别号 | 纳税识别码 | 行政相对人代码-3 | 纳税识别号
party_institution_no 事业单位证书号: 行政相对人代码_5 (事业单位证书号) |
   行政相对人代码-事业单位证书号
party_social_org_no 社会组织登记证号: 行政相对人代码_6 (社会组织登记证号) |
   行政相对人代码-社会组织登记证号
legal_rep 法定代表人: 法定代表人 | CF_FRDB | CF_FDDB | 法定代表人姓名 | 法人代表 |
   法定代表人（负责人） | 法人代表人 | 法定代表人或者负责人姓名 |
   法定代表人或负责人姓名 | 法定代表人（负责人）姓名 | 被处罚单位法定代表人姓名 | cfFr
legal_rep_id_no 法定代表人证件号码: 法定代表人身份证号 | CF_FR_ZJHM |
   法定代表人身份证号码 | 法定代表人或者负责人证件号码 | 法定代表人身份证 |
   被处罚单位法定代表人身份证号码
party_id_type 证件类型: 证件类型 | 自然人证件类型 | 被处罚对象证件类型
party_id_no 证件号码: 证件号码 | 行政相对人代码-相对人证件号码 | 自然人证件号码 |
   居民身份证号 | 行政相对人代码_5(居民身份证号) | 行政相对人代码_5 (居民身份证号) |
   行政相对人代码＿5 | 行政相对人代码-4（居民身份证号） |
   行政相对人代码4（居民身份证号） | 行政相对人代码-4 | 居民身份证号码 |
   行政相对人代码-5（居民身份证号） |
   居民身份证或其他有效身份证件号码（身份证件出生月日4位以*替代） |
   有效身份证件号码（身份证、护照等） | 被处罚对象居民身份证号
decision_no 行政处罚决定书文号: 行政处罚决定书文号 | CF_WSH | 行政处罚决定文书号 |
   xy020102 | 税务处罚决定文书号 | 政处罚决定文书号 | 行政处罚文书号 |
   行政处罚决定文号 | 行政处罚决定书号 | 行政处罚决定文书 |
   行政处罚决定文书号 东地一所 | 政处罚决定书文号 | 税务行政处罚决定书文号 | 文,号 |
   文号 | 文书字轨 | 字轨 | 行政处罚决定书文号： | 处罚决定书文号 | pendecno |
   penDecNo | 决定书文号 | 执法文书号 | XZCFWS_CODE | cfWsh
violation_type 违法行为类型: 违法行为类型 | CF_WFXW | xy020109 | 税收违法类型 |
   illegacttype | illegActType | 违法行为类型 Type of Illegal Behavior
violation_fact 违法事实: 违法事实 | CF_SY | xy020104 | 处罚事由 | 处罚是由 | 罚款事由 |
   出发事由 | 税收违法手段 | 主要违法事实 | 主要违法违规行为 |
   主要违法违规事实（案由） | 案由 | cfSy | 主要违法违规事实 | 违规事实(*)
legal_basis 处罚依据: 处罚依据 | CF_YJ | xy020106 | 行政处罚依据 | penbasis_cn | cfYj |
   处罚依据 Penalty Basis
penalty_kinds 处罚类别: 处罚类别 | CF_CFLB | xy020103 | 处罚类别1 | 处罚类别2 |
   罚款类别 | 罚类别 | 税务行政处罚处罚类别 | 行政处罚的种类和依据 | 处罚种类 |
   pentype_cn | cfCflb1 | 行政处罚类型 | 处罚类别 Penalty Type | 处罚类型：
penalty_content 处罚内容: 处罚内容 | 处罚内容: | CF_NR | xy020130 | 处罚结果 |
   处罚结果（应缴罚款金额） | 相关法律依据及,税务处理处罚情况 | 行政处罚内容 |
   pencontent | penContent | penPunishCon | cfJg | 行政处罚决定
fine_amount 罚款金额: 罚款金额 (万元) | 处罚金额（万元） | 罚款金额（万元） | CF_NR_FK |
   xy020116 | 应缴罚款金额 | 罚款金额 | penam | 处罚金额(万元)： | penAm | cfje |
   罚款金额（元） | 处罚金额(元) | 罚金 | 罚款金额(万元) Fine Amount, 10k Yuan
confiscation_amount 没收金额: 没收违法所得、没收非法财物的金额 (万元) |
   没收违法所得、没收非法财务的金额（万元） | CF_NR_WFFF | 没收违法所得 |
   没收金额（万元） | 没收金额 | forfam | 没收非法财物金额（元） |
   没收违法所得、没收非法财物的金额（万元）Confiscation of Illegal Gains, 10k Yuan
licence_affected 暂扣或吊销证照: 暂扣或吊销证照名称及编号 | CF_NR_ZKDX |
   暂扣或吊销证照名称及编号 Suspension or Revocation of License Name and Number
decided_on 处罚决定日期: 处罚决定日期 | CF_JDRQ | xy020107 | 处罚时间 | 兴处罚决定日期 |
   处罚日期 | 文书制作日期 | 做出处罚的日期 | 作出行政处罚决定日期 | 作出决定日期 |
   出行政处罚决定的日期 | pendecissdate | penDecIssDate | penDecissDate |
   pendeclssdate | 处罚决定书签发日期 | 作出行政处罚的日期 | 作出处罚决定的日期 |
   cfJdrq | 行政处罚日期 | 处罚时间(*)
valid_until 处罚有效期: 处罚有效期 | CF_YXQ | 处罚截止日期 | 处罚生效期止
publicity_until 公示截止期: 公示截止期 | CF_GSJZQ | xy020133 | 公示截止日期 |
   公开截止期 | pubdeadline
authority 处罚机关: 处罚机关 | CF_CFJG | xy020101 | 处罚机构 | 作出处罚决定的部门 |
   主管税务机关 | 行政执法机关名称 | 作出处罚决定的行政机关名称 |
   作出行政处罚决定机关名称 | 作出决定机关 | 作出处罚决定的机关名称 |
   做出处罚决定的机关名称 | 决定机关名称 | penauth_cn | penAuth_CN | judAuth |
   执法部门名称 | 处罚决定机关 | cfXzjg | 行政处罚机关名称 |
   处罚机关 Penalty Enforcement Authority
authority_uscc 处罚机关统一社会信用代码: 处罚机关统一社会信用代码 | CF_CFJGDM
data_source_unit 数据来源单位: 数据来源单位 | CF_SJLY | 信息提供部门名称
data_source_uscc 数据来源单位统一社会信用代码: 数据来源单位统一社会信用代码 |
   CF_SJLYDM
remark 备注: 备注
source_exported_at 数据导出时间: 数据导出时间
party_class 行政相对人类别: 行政相对人类别 | CF_XDR_LB | 行政处罚对象 | 被处罚对象类别 |
   处罚类型
address 住所: 住址
power_item_code 权力编码: 权利编码
info_scope 信息使用范围: 信息使用范围
case_name 处罚名称: 处罚名称 | 名称 | 案件名称 | 违法行为名称 | XZCFWS_NAME | cfCfmc |
   行政处罚名称 | 案件名称：
status 当前状态: 当前状态 | 数据状态_1 | 数据状态_2 | 当权状态
region_code 地方编码: 地方编码
source_updated_at 数据更新时间戳: 数据更新时间戳 | 提供日期 | 数据更新时间 |
   数据更新录入日期 | cfSjc
valid_until 处罚截止期: 处罚截止期
publicity_period 公示期限: 公示期限 | 公示期限年限1或者3年限（数字）1或者3
dishonesty_level 失信严重程度: 失信严重程度
data_source_code 信息提供部门编码: 信息提供部门编码
upload_state 上报状态: 自动上报信用中国状态
upload_error 错误原因: 错误原因
party_code_mixed 代码（信用代码或税号）: 行政相对人统一社会信用代码（纳税人识别号） |
   统一社会信用代码（纳税人识别号） | 纳税人识别号（统一社会信用代码） |
   纳税人识别号（统一社会信息代码） | 社会信用代码（纳税人识别号） |
   纳税人识别号（或统一社会信用代码） |
   行政相对人代码（统一社会信用代码或纳税人识别号）
legal_rep_mixed 法定代表人（多项混合）: 法定代表人姓名、性别及身份证号码 |
   法定代表人或者负责人姓名、性别、证件名称及号码
effective_on 处罚生效日: 处罚生效期 | 处罚生效期起
execution_status 执行情况: 行政处罚的履行方式 | 处罚执行情况 | 执行情况
execution_deadline 履行期限: 行政处罚的履行期限
fine_or_confiscation_total 罚没款金额: 罚没款金额（万元）
published_on 公示日期: 公示日期 | publicdate | publicDate | 作出行政公示日期
case_type 案件类型: 案件类型
fine_class 罚款分类: 罚款分类
closed_on 结案时间: 结案时间
town 所在镇: 所在镇
industry 行业分类: 行业分类
accident_class 事故分类: 事故分类
party_code_mixed 代码（多种证件）: 被处罚对象证件号码
power_item 权力事项: 行政处罚权力事项名称
decision_text 决定书全文或摘要: 对外公开的行政处罚决定书全文或摘要
publish_flag 是否公开: 是否公开
publish_refusal_basis 不公开依据: 不公开依据
withdrawal_reason 撤销原因: 撤销处罚的原因说明
document_name 决定文书名称: 行政处罚决定文书名称
penalty_term 处罚期限: 处罚期限 | cfQx
province_code 省份编码: 省份编码
repair_state 信用修复状态: repairState
principal 主要负责人: 主要负责人姓名
row_no 序号: 序号
customs_code 海关注册编码: 行政相对人海关注册编码：
[permit]
legal_rep_id_type 法定代表人证件类型: 法定代表人证件类型
legal_rep_id_no 法定代表人证件号码: 法定代表人证件号码
party_name 行政相对人名称: 行政相对人名称 | 许可主体
document_name 行政许可决定文书名称: 行政许可决定文书名称
decision_no 行政许可决定文书号: 行政许可决定文书号 | 许可决定书文号 | xkWsh
permit_class 许可类别: 许可类别 | 审批类别 | 审核类型
certificate_name 许可证书名称: 许可证书名称
permit_no 许可编号: 许可编号 | 许可证编号
permit_content 许可内容: 许可内容 | 内容许可 | xkNr
decided_on 许可决定日期: 许可决定日期 | xkJdrq | 许可批准日期
valid_from 有效期自: 有效期自 | 证书有效起始日期
valid_until 有效期至: 有效期至 | 许可截止期 | 许可有效期 | 许可截止日期 | xkJzq |
   xk_YXQZI | 证书有效截止日期
authority 许可机关: 许可机关 | xkXzjg | 发证机关名称 | 许可证发证机关
authority_uscc 许可机关统一社会信用代码: 许可机关统一社会信用代码
status 当前状态: 当前状态 | xk_ZT
data_source_unit 数据来源单位: 数据来源单位
data_source_uscc 数据来源单位统一社会信用代码: 数据来源单位统一社会信用代码
project_name 项目名称: 项目名称 | 行政许可编码 | 许可项目名称
legal_rep 法定代表人: 法定代表人名称 | 许可法人
issued_on 发证日期: 发证日期
permit_scope 许可范围: 许可范围
[hazard]
description 隐患描述: 隐患描述 | 隐患简述 | 隐患内容
deadline 整改期限: 限期整改时间 | 隐患整改期限 | 整改期限 | 隐患治理期限
completed_on 整改完成日期: 整改完成日期
progress 整改进度: 整改进度
measures 整改措施: 整改措施
punishment 处罚情况: 惩罚情况
location 隐患位置: 隐患位置
responsible 整改责任人: 责任部门/责任人 | 隐患整改责任人 | 整改责任人
check_type 检查类型: 检查类型
responsible_unit 整改责任单位: 隐患整改责任单位名称
rectify_type 整改类型: 隐患整改类型
hazard_no 隐患编号: 隐患编号 | DANGER_ID
title 隐患标题: 隐患标题
level 隐患级别: 隐患级别
found_on 发现日期: 发现日期
found_by 发现人: 发现人
unit 被检查单位: 被检查单位
found_on 检查时间: 检查时间
title 隐患名称: 隐患名称
level 隐患等级: DANGER_LEVEL | 隐患等级
source 隐患来源: 隐患来源（检查来源分类）
hazard_class 隐患类型: 隐患类型（专业分类） | 隐患分类 | 子类 | 隐患类型（小类）
rectify_type 治理类型: 治理类型
money 整改资金: 整改资金
accepted_on 验收时间: 验收时间
accepted_by 验收人: 验收人姓名
state 隐患状态: 隐患状态
unit 企业: 厂商名称 | 企业编码
requirement 整改要求: 整改要求
inspection_ref 关联检查: 关联检查记录
accident_type 主要事故类型: 主要事故类型
stat_total 隐患总数: 隐患总数
stat_open 未整改隐患数: 未整改隐患数
[inspection]
name 检查名称: 检查名称
inspectors 检查人: 检查人 | 检查人员
agency 检查实施机关: insAuth_CN | 检查实施机关
type 检查类型: insType_CN | 检查类型 | 检查类别
inspected_on 检查日期: insDate | 检查日期
result 检查结果: insRes_CN | 检查结果
unit 被检查单位: 被检查单位名称
task_no 任务编号: 任务编号
task_name 任务名称: 任务名称
agency 检查机构: 检查机构
due_on 要求完成时间: 要求完成时间
started_on 检查开始: 检查开始日期
ended_on 检查结束: 检查结束日期
unit_address 被检查单位地址: 被检查单位地址
unit_contact 联系人: 被检查单位联系人
findings 发现的问题: 安全监督检查中发现的主要问题
measures 处理措施: 处理措施
recorded_on 记录日期: 记录日期
on_site_person 现场负责人: 现场负责人
found_problem 是否发现问题: 是否发现问题隐患 0-否 1-是
stat_count 检查总次数: 检查总次数
[any]
_ignore （无意义列）: F8 | F9
_title_row （标题行误作表头）: 淮海路及三个广场区域
_title_row （数据误作表头）: 1
_title_row （标题行）: 行政处罚信息
"""
