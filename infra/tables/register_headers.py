"""
Headers that were seen over columns of registers and lists of enterprises.

The form is that of ``infra.tables.headers``.
"""

from typing import Final

REGISTER_HEADERS: Final = """\
[enterprise]
name 企业名称: entName | 企业名称 | 名称 | 机构名称 | 企业全称（中文) | 公司名称 |
   单位名称 | qymc | 生产经营单位名称
uscc 统一社会信用代码: uniscId | 社会信用代码 | 社会统一信用代码 |
   统一社会信用代码(18位)
code_mixed 统一社会信用代码/注册号: 统一社会信用代码/注册号 | 注册号/统一社会信用代码
reg_no 工商注册号: regNo | 注册号 | 注册号码
established_on 成立日期: estDate | 成立日期 | 注册日期 | clsj
registry 登记机关: regOrg_CN | 登记机关
legal_rep 法定代表人: 法定代表人/负责人/执行事务合伙人 | 经营者 | 投资人 |
   法定代表人/负责_x000D_人/执行事务合伙_x000D_人 | frdb
term_from 营业期限自: opFrom | 营业期限自
term_to 营业期限至: opTo | 营业期限至
reg_state 登记状态: regState_CN | 登记状态
registered_capital 注册资本: regCaption | 注册资金
entity_type 类型: entType_CN | 组成形式 | 企业类型 | 组织类型
address 住所: dom | 住所 | 营业场所 | 企业注册地址 | RIGISTER_ADDRESS | addresszc
business_address 经营场所: opLoc | 主要经营场所 | 经营场所 | addressjy
business_scope 经营范围: opScope | 经营范围
approved_on 核准日期: 核准日期
revoked_on 吊销日期: 吊销日期
sponsor 举办单位: 举办单位
supervising_unit 业务主管单位: 业务主管单位名称
principal 主要负责人: 主要负责人姓名
phone 联系电话: 联系电话 | LXDH
economic_type 经济类型: 经济类型 | jjlxbm
employees 从业人数: 劳动者总人数 | 企业职工总人数 | 职工总人数 | 员工人数 | 从业人数 |
   EMPLOYEE_COUNT | cyrs
internal_id 企业编号: 企业ID | 企业编号
full_time_safety_staff 专职安全管理人员数: 专职安全生产管理人员数 | 安全管理人员数量 |
   aqrs
certified_safety_staff 持证安全管理人员数: 专职安全管理人持证员数
special_operation_staff 特种作业持证人数: 特种作业持证人数
revenue 上一年收入: 上一年经营收入 | sndxssr
standardisation_level 标准化等级: 安全标准化等级 | 安全生产标准化建设情况
supervision_industry 监管行业: 行业监管大类 | 监管行业大类 | SUPERVISION_LARGE |
   INDUS_TYPE_LAGRE
industry_class 国民经济行业: 国民经济门类 | 国民经济大类 | 国民经济中类 | 国民经济小类 |
   hymldm | 行业类别 | 行业代码
above_scale 是否规上企业: 是否规上企业
risk_feature 风险特征: 危险化学品企业 | 重大危险源 | 粉尘涉爆企业 | 有限空间企业 |
   金属冶炼企业 | 氨制冷企业 | 燃气企业 | 厂中厂
longitude 经度: 经度
latitude 纬度: 纬度
production_state 生产状态: 生产状态
operating_state 经营状态: 经营状态 | COMPANY_OPERATION_STATUS
org_code 组织机构代码: zzjgdm
scale 企业规模: qygmbm | 企业规模
safety_spending 安全生产费用: aqscfy
void_flag 作废标记: zfbj
region_code 行政区划代码: 市编码 | 县编码
park 所属园区: 所属化工园区/聚集区
management_class 管理分类: 管理分类
code_mixed 证件号码: 证件号码(营业执照号)
party_name_mixed 姓名/公司名称: 姓名/公司名称
[blacklist]
row_no 序号: 序号
name 单位名称: 单位名称 | 公司名称 | dwmc | 企业名称 | 对象名称 | 承包商名称
address 注册地址: 注册地址
uscc 统一社会信用代码: 统一社会信用代码 | tyshxydm
principal 主要负责人: 主要负责人 | 主要责任人 | zyfzr
principal_id_no 身份证号: 身份证号
summary 失信行为简况: 失信行为简况 | 违法行为 | sxxwjk
reported_by 信息报送机关: 信息报送机关 | bsjg
listed_reason 纳入理由: 纳入理由 | nrly | 列入名单事由
reg_no 注册号: 注册号 | 工商登记号
reason_class 处罚类型: 处罚类型
org_code 组织机构代码: 组织机构代码
decided_on 处罚决定时间: cfjdrq
summary 违法事实: wfss
reported_by 执法部门: zfbm
code_mixed 统一社会信用代码/工商注册号: 统一社会信用代码/工商注册
source 数据来源: 数据来源
listed_basis 认定依据: 严重失信主体名单认定依据
listed_by 认定部门: 认定部门
listed_on 列入日期: 列入严重失信主体名单日期 | 列入日期 | 列入时间
removed_on 移出日期: 移出严重失信主体名单日期 | 解除日期
list_name 名单名称: 名单名称
amount_involved 涉及金额: 涉及金额
legal_rep 法定代表人: 法人代表
code_mixed 主体身份代码: 主体身份代码
listed_reason 列入原因: 列入经营异常名录原因类型名称 | 列入事由 | serILLRea_CN |
   列入严重违法失信企业名单（黑名单）原因 | 列入严重违法企业名单原因
listed_by 列入决定机关: 列入决定机关名称
list_class 数据类别: 数据类别
source_updated_at 最新更新日期: 最新更新日期
fine_amount 处罚金额: 处罚金额
term_months 期限（月）: 期限
[exception_list]
listed_reason 列入原因: speCause_CN | 列入经营异常名录原因 | 标记经营异常状态原因
listed_on 列入日期: abntime | 列入日期 | 标记日期
listed_by 列入机关: decOrg_CN | 作出决定机关(列入) | 作出决定机关（列入）
removed_reason 移出原因: remExcpRes_CN | 移出经营异常名录原因 | 列出原因 |
   恢复正常记载状态原因
removed_on 移出日期: remDate | 移出日期 | 列出日期 | 移除时间 | 恢复日期
removed_by 移出机关: reDecOrg_CN | 作出决定机关(移出) | 移除决定机关
listed_doc_no 列入决定书文号: 列入决定书文号
removed_doc_no 移出决定书文号: 移出决定书文号
[redlist]
name 名称: 纳税人名称
eval_year 评价年度: 评价年度 | 年度 | 所属年度 | 评定年度
grade 信用等级: 信用等级
graded_on 等级认定时间: 等级认定时间
customs_code 海关注册编码: 海关注册编码
basis 文件依据: 文件依据
valid_term 有效期限: 有效期限
"""
