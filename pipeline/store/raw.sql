-- The rows of pipeline/rows.ts as they came out of the ledgers. Marts read these; nobody writes them after load.
-- The line above each table and the end of each column's line say in Chinese // in English what it is: comment-tables.ts.
create schema raw;

-- 提案和建议；一件一行 // Proposals and suggestions, one each, as the ledgers and texts have them
create table raw.proposals (
  proposal_id varchar primary key, -- 案件标识 // proposal, readable and unique in a run
  body varchar, -- 类别；政协或人大 // whose: 政协 or 人大
  level varchar, -- 层级；省、市、县、乡 // level: 省, 市, 县, 乡
  session varchar, -- 届次 // session
  year integer, -- 年度 // year
  number varchar, -- 编号；不带“第…号” // number, without 第…号
  title varchar not null, -- 标题 // title
  text varchar, -- 正文 // text
  problem varchar, -- 正文：问题 // text: the problem
  analysis varchar, -- 正文：分析 // text: the analysis
  suggestion varchar, -- 正文：建议 // text: what is asked
  proposer varchar, -- 提案人 // proposer
  proposer_type varchar, -- 提案人类别；个人、联名、集体 // kind of proposer: 个人, 联名, 集体
  sector varchar, -- 界别或党派 // sector or party
  district varchar, -- 地区 // district
  category varchar, -- 台账原分类 // the ledger’s own category
  submitted_on date, -- 提交日期 // date of submission
  filed varchar, -- 立案情况；立案、并案、转意见建议、不立案 // filing: 立案, 并案, 转意见建议, 不立案
  merged_into varchar, -- 并入的案件 // proposal that it was merged into
  key_proposal boolean, -- 是否重点 // whether a key proposal
  disclosure varchar, -- 公开属性；主动公开、依申请公开、不予公开 // disclosure: 主动公开, 依申请公开, 不予公开
  source_file varchar not null, -- 来源文件 // source file
  source_row integer not null -- 来源行号；从 1 起，0 表示来自单独的文档 // row in the source file, 1-based; 0 for a document of its own
);

-- 承办；一件在一个单位一行，含会办 // Handlings, one proposal at one department, co-handlers included
create table raw.handlings (
  proposal_id varchar not null, -- 案件标识 // proposal, readable and unique in a run
  department varchar, -- 承办单位；规范名称，台账未写为空 // department, canonical name; null when the ledger names none
  department_raw varchar, -- 承办单位原文 // department as written
  role varchar not null, -- 承办方式；lead 主办 sole 独办 separate 分办 joint 合办 co 会办 // role: lead, sole, separate, joint, co
  assigned_on date, -- 交办日期 // date of assignment
  due_on date, -- 应答复日期；台账所写 // due date as the ledger gives it
  replied_on date, -- 答复日期 // date of the answer
  met_on date, -- 面商日期 // date on which the proposer was met
  met boolean, -- 是否面商 // whether the proposer was met
  outcome_raw varchar, -- 办理结果原文 // outcome as written
  outcome varchar, -- 办理结果统一口径；兼含几种的用 | 分隔，口径没有对应的为空 // outcome in common terms, several joined by |; null where the profile has none
  reply_text varchar -- 答复内容 // text of the answer
);

-- 交办后的变动；一次一行 // What happened after assignment, one event each
create table raw.handling_events (
  proposal_id varchar not null, -- 案件标识 // proposal, readable and unique in a run
  department varchar, -- 承办单位；规范名称，台账未写为空 // department, canonical name; null when the ledger names none
  kind varchar not null, -- 变动；returned 退办 reassigned 改派 grade_changed 调整结果 re_handled 再次办理 answered_again 再次答复 // kind: returned, reassigned, grade_changed, re_handled, answered_again
  happened_on date, -- 日期 // date
  detail varchar, -- 内容；如调整后的结果 // detail, such as the new outcome
  outcome varchar -- 调整后的办理结果统一口径 // the new outcome in common terms
);

-- 评价；一件在一个单位的一轮一行 // Ratings, one round of one proposal at one department
create table raw.feedback (
  proposal_id varchar not null, -- 案件标识 // proposal, readable and unique in a run
  department varchar, -- 承办单位；规范名称，台账未写为空 // department, canonical name; null when the ledger names none
  round integer not null, -- 轮次；从 1 起 // round, from 1
  attitude_raw varchar, -- 态度评价原文 // rating of the attitude, as written
  attitude varchar, -- 态度评价统一口径 // rating of the attitude, in common terms
  result_raw varchar, -- 结果评价原文 // rating of the result, as written
  result varchar, -- 结果评价统一口径 // rating of the result, in common terms
  returned_on date -- 反馈日期 // date of the feedback
);

-- 承诺事项；一项一行 // Promised items, one each
create table raw.commitments (
  proposal_id varchar not null, -- 案件标识 // proposal, readable and unique in a run
  department varchar, -- 承办单位；规范名称，台账未写为空 // department, canonical name; null when the ledger names none
  item varchar not null, -- 承诺事项；台账或答复所写 // what was promised, as the ledger or the answer words it
  due_on date, -- 承诺时限 // day by which it was promised
  fulfilled_on date, -- 兑现日期 // day on which it was kept
  source varchar not null -- 出处；ledger 台账所列 answer 从答复中读出 // ledger, or answer where it was read out of the text
);

-- 办理难点；一份答复的一类一行 // Obstacles, one kind in one answer
create table raw.obstacles (
  proposal_id varchar not null, -- 案件标识 // proposal, readable and unique in a run
  department varchar, -- 承办单位；规范名称，台账未写为空 // department, canonical name; null when the ledger names none
  kind varchar not null, -- 难点类别代码 // kind of obstacle
  evidence varchar not null, -- 依据；答复原文中的一句 // sentence of the answer
  method varchar not null, -- 读出方式；rule 按写法规则 model 由模型判断 // how it was read: rule, or model
  score double not null, -- 模型把握；0–1 // probability by the model, 0–1
  review boolean not null -- 需人工核对 // whether a person must look
);

-- 难点类别；按显示次序 // Kinds of obstacle of obstacles.yaml, in the order in which they are shown
create table raw.obstacle_kinds (
  position integer not null, -- 次序 // position
  kind varchar not null, -- 难点类别代码 // kind of obstacle
  kind_name varchar not null -- 难点类别 // kind, Chinese name
);

-- 逐条回应；提案的一条建议一行 // Whether the answers speak of what is asked, one item each
create table raw.suggestion_answers (
  proposal_id varchar not null, -- 案件标识 // proposal, readable and unique in a run
  item integer not null, -- 第几条；从 1 起 // number of the item, from 1
  suggestion varchar not null, -- 建议原文 // the item as written
  answered varchar not null, -- 是否回应；yes 已回应 doubtful 疑似 no 未见回应 // yes, doubtful or no
  evidence varchar, -- 答复原文中最接近的话；未见回应的为空 // words of the answer that come nearest; null where none does
  score double not null -- 重合程度；0–1 // share of the item’s words that they hold, 0–1
);

-- 台账其他列；一格一行 // Cells of columns that no field claims, one each
create table raw.extras (
  proposal_id varchar not null, -- 案件标识 // proposal, readable and unique in a run
  source_file varchar not null, -- 来源文件 // source file
  sheet varchar, -- 工作表 // sheet
  source_row integer not null, -- 来源行号；从 1 起 // row in the source file, 1-based
  "column" varchar not null, -- 列名 // column
  value varchar not null -- 原值 // value as written
);

-- 未能读入的内容；一处一行 // What could not be read, one each
create table raw.rejects (
  file varchar not null, -- 文件 // file
  sheet varchar, -- 工作表；整个文件读不出的为空 // sheet; null for a whole file
  row integer not null, -- 行号；从 1 起，整张工作表为 0 // row, 1-based; 0 for a whole sheet
  "column" varchar, -- 列名；整行读不出的为空 // column; null for a whole row
  value varchar, -- 原值 // value as written
  reason varchar not null, -- 原因 // reason
  scope varchar not null -- 范围；file 文件 sheet 工作表 row 行 cell 单元格 // file, sheet, row or cell
);

-- 主题排名；一件的一个主题一行 // Topic rankings, one rank of one proposal
create table raw.classifications (
  proposal_id varchar not null, -- 案件标识 // proposal, readable and unique in a run
  rank integer not null, -- 排名；1 是主题 // rank; 1 is the topic
  topic varchar not null, -- 主题代码 // topic, id of the taxonomy
  subtopic varchar, -- 二级主题代码 // second-level topic, id
  score double not null, -- 得分；0–1，一件各主题之和不超过 1 // probability, 0–1; all topics of a proposal add to at most 1
  words varchar not null, -- 判定词；用、分隔 // deciding words, joined by 、
  method varchar not null, -- 判定方式 // method
  review boolean not null -- 需人工复核 // whether a person must look
);

-- 分办建议；一件的一个单位一行 // Departments proposed, one rank of one proposal
create table raw.routes (
  proposal_id varchar not null, -- 案件标识 // proposal, readable and unique in a run
  rank integer not null, -- 排名；1 是建议的主办单位 // rank; 1 is the proposed lead
  department varchar not null, -- 建议承办单位 // department proposed
  role varchar not null, -- 建议承办方式；lead 主办候选 co 会办 // role proposed: lead or co
  score double not null, -- 把握；0–1 // probability, 0–1
  reason varchar not null, -- 依据 // reason
  review boolean not null -- 需人工复核；同一件各行相同 // whether a person must decide; the same for all ranks of a proposal
);

-- 相似关系；一对提案一行，a 在 b 前 // Pairs of proposals that resemble each other, a before b
create table raw.links (
  a varchar not null, -- 案件标识 // proposal
  b varchar not null, -- 另一件的案件标识 // the other proposal
  relation varchar not null, -- 关系；copy 近似重复 fragment 部分重复 same 同一事项 kin 同类不同事 // relation: copy, fragment, same, kin
  score double not null, -- 把握；0–1，是前三种关系的概率 // probability that it is copy, fragment or same, 0–1
  evidence varchar not null -- 依据；相同和不同之处 // what the two share and in what they differ, in Chinese
);

-- 议题；一个一行 // Issues, one each
create table raw.issues (
  issue varchar primary key, -- 议题编号 // issue, its id
  name varchar not null, -- 议题名称 // name
  named_by_hand boolean not null, -- 名称是否人工改定 // whether a person gave the name
  first_year integer, -- 首次年度 // first year
  last_year integer, -- 最近年度 // last year
  members integer not null -- 件数 // proposals
);

-- 议题案件；议题中的一件一行 // Proposals of issues, one each
create table raw.issue_members (
  issue varchar not null, -- 议题编号 // issue, its id
  proposal_id varchar not null, -- 案件标识 // proposal, readable and unique in a run
  placed_by_hand boolean not null -- 是否人工归入 // whether a person put it here
);

-- 主题词表；一级和二级主题各一行 // The taxonomy of the run, one row a first-level and a second-level topic
create table raw.topics (
  position integer not null, -- 次序 // position
  topic varchar not null, -- 主题代码 // topic, id
  topic_name varchar not null, -- 主题 // topic, Chinese name
  subtopic varchar, -- 二级主题代码；一级主题自身的一行为空 // second-level topic, id; null in the row of the first-level topic itself
  subtopic_name varchar, -- 二级主题 // second-level topic, Chinese name
  pillar varchar not null, -- 五位一体的类别 // pillar: 经济, 政治, 文化, 社会, 生态文明
  retired date -- 停用日期 // date from which it is no longer used
);

-- 单位名录；一个一行 // Departments that names were matched with, one each
create table raw.departments (
  department varchar primary key, -- 单位；规范名称 // department, canonical name
  level varchar not null -- 层级 // level
);

-- 所用口径；一个年度、一个类别一行 // Profiles by which codes were read, one a body and year
create table raw.profiles (
  body varchar, -- 类别；政协或人大 // whose: 政协 or 人大
  year integer, -- 年度 // year
  profile varchar not null, -- 口径代码 // profile, id
  profile_name varchar not null, -- 口径 // profile, Chinese name
  valid_from date not null, -- 生效日期 // in force from
  valid_to date, -- 失效日期 // in force until
  strict varchar not null, -- 算满意的评价；用 | 分隔 // ratings that are 满意, joined by |
  broad varchar not null, -- 含基本满意时算满意的评价；用 | 分隔 // ratings that are 满意 with 基本满意, joined by |
  counted varchar not null, -- 计入比率的承办方式；用 | 分隔 // roles that count in rates, joined by |
  merged varchar not null, -- 并案的答复方式；逐件答复或随主案答复 // whether merged proposals are answered one by one
  working_days boolean not null -- 期限是否按工作日 // whether a deadline counts working days
);

-- 各项期限；一条承办一行 // Deadlines, one a handling
create table raw.deadlines (
  proposal_id varchar not null, -- 案件标识 // proposal, readable and unique in a run
  handling integer not null, -- 该案第几条承办；从 1 起，按 raw.handlings 的次序 // number of the handling within the proposal, from 1, in the order of raw.handlings
  due_on date, -- 应答复日期；台账未写时按口径推算 // due date; by the profile where the ledger gives none
  complex_due_on date, -- 复杂事项应答复日期 // due date of a complex matter
  return_due_on date, -- 退办截止日期 // last day on which the department may return it
  feedback_due_on date, -- 提案人反馈截止日期 // last day of the proposer’s feedback
  rehandle_due_on date -- 再次办理截止日期 // last day of handling again
);

-- 台账所设栏目；一份台账的一个栏目一行 // Fields that a ledger has a column for, one each
create table raw.ledger_fields (
  source_file varchar not null, -- 来源文件 // source file
  field varchar not null -- 栏目 // field
);

-- 指标定义；data/metrics.yaml 的一个指标一行 // Metrics of data/metrics.yaml, one each
create table raw.metrics (
  metric varchar not null, -- 指标代码 // metric, its id
  position integer not null, -- 次序 // position
  name varchar not null, -- 指标 // metric, Chinese name
  unit varchar, -- 计数单位；固定的才有 // unit of counting where it is fixed
  quantile double, -- 分位；0–1，比率为空 // quantile, 0–1; null for a rate
  formula varchar not null, -- 算法 // formula in words
  note varchar, -- 注意 // caution
  source varchar not null -- 依据 // source of the definition
);

-- 指标的组成；一个指标用到的一列一行 // Columns of mart.cube that a metric adds, one each
create table raw.metric_parts (
  metric varchar not null, -- 指标代码 // metric, its id
  part varchar not null, -- 部分；分子、分母、不计或总体 // part: numerator, denominator, excluded, population
  position integer not null, -- 次序 // position
  measure varchar not null, -- 指标方的列 // column of mart.cube
  why varchar -- 不计的原因 // why it is left out
);

-- 本次运行；仅一行 // How the run was made, one row
create table raw.runs (
  version varchar not null, -- 程序版本 // version of the program
  name varchar, -- 地区或机关名称 // place or office
  notice varchar, -- 页面上的提示 // banner on every page
  as_of date, -- 统计日；判断逾期和未答复以这一天为准 // reference day to which open items are judged
  remind_days integer not null, -- 提前几天催办 // how many days ahead reminders look
  calendar_until integer not null, -- 节假日已知到哪一年 // last year whose public holidays are known
  audience varchar not null -- 结果给谁看；internal 内部 leadership 领导，公开版没有原始数据 // for whom the outputs are: internal or leadership; a public run has no schema raw
);

-- 人工决定；reviews.csv 的一行一行 // Decisions of people, one a line of reviews.csv
create table raw.reviews (
  proposal_id varchar not null, -- 案件标识 // proposal, readable and unique in a run
  title varchar not null, -- 标题 // title
  reviewed_on date, -- 日期 // date
  reviewer varchar, -- 人员 // who
  machine_topic varchar, -- 机器主题代码 // topic by the machine, id
  machine_topic_score double, -- 机器主题把握；0–1 // its probability, 0–1
  machine_lead varchar, -- 机器主办单位 // lead department by the machine
  machine_lead_score double, -- 机器主办把握；0–1 // its probability, 0–1
  machine_review boolean, -- 机器是否提示复核 // whether the machine asked for review
  topic varchar, -- 人工主题代码 // topic by the person, id
  subtopic varchar, -- 人工二级主题代码 // second-level topic by the person, id
  lead varchar, -- 人工主办单位 // lead department by the person
  co varchar, -- 人工会办单位 // co-handlers by the person
  corrected boolean not null, -- 是否改正了机器 // whether the machine was corrected
  note varchar, -- 备注 // remark
  last boolean not null -- 是否该案最后一次决定 // whether it is the last decision on the proposal
);

-- 办理报告中的数字；一个一行 // Figures that handling reports state, one each
create table raw.report_facts (
  source_file varchar not null, -- 来源文件 // source file
  report integer not null, -- 该文件中第几份报告；从 1 起 // number of the report within its file, from 1
  reporting_unit varchar, -- 报告单位；没有写明的为空 // unit that reports; null where it does not say
  year integer, -- 年度 // year
  metric varchar not null, -- 指标代码；与 jianyan lint 相同 // metric, as in jianyan lint
  body varchar not null, -- 类别；政协、人大或合计 // whose: 政协, 人大 or 合计
  label varchar not null, -- 报告的说法 // the report’s words for it
  value double not null, -- 数值；单位见 unit // value, in the unit of unit
  unit varchar not null, -- 计量单位；百分比为 % // unit of measure; % for shares
  scope varchar, -- 限定 // what limits it
  evidence varchar not null, -- 原句 // the sentence
  evidence_start integer not null, -- 原句在全文中的起点；按 UTF-16 计 // start of the sentence in the text, in UTF-16 units
  evidence_end integer not null -- 原句在全文中的终点；按 UTF-16 计 // end of the sentence in the text, in UTF-16 units
);
