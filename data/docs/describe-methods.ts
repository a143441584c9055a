import { readObstacleRules } from '../../pipeline/answers/obstacle-rules.ts';
import { readMetrics } from '../../pipeline/outcome/metrics.ts';
import { wilson } from '../../pipeline/outcome/wilson.ts';
import { version } from '../../pipeline/publish/manifest.ts';
import { markdownTable } from './markdown-table.ts';
import { type Results, readResults } from './read-results.ts';

/** The methods page as Markdown: what each stage does, how good it is on data that it has not seen, its limits. */
export function describeMethods(): string {
  const results = readResults();
  const stages = [reading, topics, routing, linking, answers, outcomes, reports];
  const parts = [head(), '## 各环节', ...stages.map((stage) => stage(results)), metrics(), LIMITS, citing()];
  return `${parts.join('\n\n')}\n`;
}

function head(): string {
  return `# 方法说明

由 \`npm run docs\` 从实测结果（test/bench/RESULTS.md）和指标定义（data/metrics.yaml）生成，请勿手改。适用于建言 ${version()}。

写给要引用这些数据的人：每个环节做什么、在没有见过的数据上有多准确、有哪些局限。某一次运行用了哪些输入、设置、口径和模型，见结果文件夹里的 \`manifest.json\`；表和列的含义见 [tables.md](tables.md)。

- **检验用的数据**没有用于训练：115 个真实提案和建议标题（多个省份，2003–2025 年，一人标注）；台湾地区两个地方议会公开的提案和答复；354 对由人判断过的文本。示例市的数据是为本项目编写的，凡用它检验的都注明。
- **区间**为 95% Wilson 区间，只反映件数多少带来的不确定，不反映别处的数据与检验用的数据不同。
- **概率和“需人工复核”**：机器给出的每个主题、单位都有概率；达不到要求准确率（默认 90%）的提示复核，这个门槛由交叉验证定出。`;
}

function reading(): string {
  return `### 读取和规范（raw.proposals、raw.handlings、raw.feedback 等）

台账按列名同义词识别各栏；日期、编号、单位名称换成统一写法，原文保留在 \`…_raw\` 列。读不出的单元格置空并登记在 \`rejects\`；每次运行核对“读入 = 成案 + 并入 + 未读入”，不平就不出结果。

**局限**：台账没有写的无从知道。没有某一栏的台账，按“没有记载”处理，不计入相应的分母；有这一栏而空着的怎样算，见“指标口径”的“注意”。`;
}

function topics(results: Results): string {
  const real = (column: string) => results.cell('classifiers', 'Real titles', 'Jianyan', column);
  const [n = 0] = results.numbers('classifiers', /Real titles \((\d+)\)/);
  const certain = Math.round(real('answered without review') * n);
  const [trained = 0, judged = 0] = results.numbers(
    'classifiers',
    /Council proposals by bureau \(([\d,]+) → ([\d,]+);/,
  );
  const council = (column: string) => results.cell('classifiers', 'Council proposals', 'Jianyan', column);
  return `### 主题（proposals.topic）

由样例训练的线性模型（支持向量机，概率经 Platt 校准）和主题词表共同判定，一件取排名第一者；\`topic_words\` 是判定词，\`topic_score\` 是判对的概率。人工决定优先于机器。

${markdownTable(
  ['检验', '准确程度'],
  [
    ['真实标题，第一位正确', share(real('top-1'), n)],
    ['真实标题，前三位有正确的', share(real('top-3'), n)],
    ['真实标题，不提示复核的占', share(real('answered without review'), n)],
    ['其中正确的', share(real('precision of these'), certain)],
    [
      `议会提案按承办局处分类，用 ${trained.toLocaleString('en')} 件训练、另 ${judged.toLocaleString('en')} 件检验，第一位正确`,
      share(council('accuracy'), judged),
    ],
  ],
)}

**局限**：真实标题是一人标注的，跨领域的提案标哪个主题本来就有分歧；连同标注人认可的第二主题，第一位正确的为 ${percent(real('top-1 or also'))}。有正文的真实提案没有检验过。用主题做比较时，先看 \`topic_review\` 为真的占多少；按主题的占比有误判，不宜解读相差一两个百分点的变化。`;
}

function routing(results: Results): string {
  const real = (column: string) => results.cell('routing', 'real titles', 'real titles', column);
  const n = real('proposals');
  return `### 分办建议（routes）

由各单位职责、主题、样例和以往相似案件推算主办候选和会办单位，不看本次台账里的承办单位，因此可以与实际对照。

${markdownTable(
  ['检验', '准确程度'],
  [
    ['真实标题，主办第一位正确', share(real('lead'), n)],
    ['真实标题，前三位有正确的', share(real('lead among 3'), n)],
    ['真实标题，不提示复核的占', share(real('answered without review'), n)],
    ['其中正确的', share(real('precision of these'), Math.round(real('answered without review') * n))],
  ],
)}

**局限**：各地职责分工不同；县区承办的没有历史记录时判断不出，未计入检验。它是给交办人员的建议，不能作为谁该承办的依据。`;
}

function linking(results: Results): string {
  const pairs = (column: string) =>
    results.cell('relations', '354 real pairs', '354 real pairs, threshold by cross-validation', column);
  const groups = (column: string) => results.cell('relations', 'real groups', 'real groups', column);
  const [whole = 0, all = 0] = results.numbers('relations', /real groups .*\| (\d+) of (\d+) \|/);
  return `### 相似和议题（raw.links、issues、issue_members、reopened）

每两件共有少见字词的提案判断关系：近似重复、部分重复、同一事项、同类不同事，\`score\` 是属于前三种的概率；概率的平均值足够高的归为一个议题（平均连接聚类），一件同时像两个议题的不会把它们连在一起。

${markdownTable(
  ['检验', '结果'],
  [
    [
      '354 对难分的真实文本，判断是否同一事项',
      `AUC ${pairs('AUC').toFixed(3)}，F1 ${pairs('F1').toFixed(3)}（门槛由交叉验证定出）`,
    ],
    ['其中近似重复和部分重复被认出的', percent(pairs('copies and fragments fired'))],
    ['其中同类不同事被误认为同一事项的', percent(pairs('kin fired'))],
    [
      '真实议题分组',
      `成对 F1 ${groups('pairwise F1').toFixed(3)}，B-cubed F1 ${groups('B-cubed F1').toFixed(3)}`,
    ],
    ['真实议题中一件不多、一件不少的', `${whole}/${all}`],
  ],
)}

**局限**：议题有漏并也有错并。漏并使“办结再提”偏少，错并使它偏多；对外使用前须经人工核对（\`jianyan review\`）。`;
}

function answers(results: Results): string {
  const [precision = 0, , said = 0, recall = 0, , planted = 0] = results.numbers(
    'obstacles',
    /read by a person before the machine: precision (\S+) \((\d+) of (\d+)\), recall (\S+) \((\d+) of (\d+)\)/,
  );
  const [sure = 0, doubted = 0] = results.numbers(
    'obstacles',
    /not marked for a person to look at (\S+) is right, of what is marked (\.\d+)/,
  );
  const names = new Map(readObstacleRules().map(({ kind, name }): [string, string] => [kind, name]));
  const kinds = results
    .rows('obstacles', '| kind |')
    .map(([kind = '', ...figures]) => [names.get(kind) ?? kind, ...figures]);
  return `### 答复原文（obstacles、promises、suggestions）

难点由写法规则（data/obstacles.yaml）读出，规则没有说到的由模型补充；承诺由时限和计划的写法读出；逐条回应按字词重合程度判断。每条都附原文。

${markdownTable(
  ['检验', '准确程度'],
  [
    ['100 份真实答复（人先读，机器后读），机器读出的难点正确的（精确率）', share(precision, said)],
    ['人读出的难点中机器也读出的（召回率）', share(recall, planted)],
    ['未提示复核的难点中正确的', percent(sure)],
    ['提示复核的难点中正确的', percent(doubted)],
  ],
)}

各类（件数为 100 份答复里的处数，少的类别只能参考）：

${markdownTable(['难点', '人读出', '机器读出', '精确率', '召回率'], kinds)}

承诺和逐条回应没有用外部数据检验过，只在示例市上与人工标注核对。

**局限**：没有答复原文的不在表里，分母是有原文的答复；答复没有写的难点读不出来。`;
}

function outcomes(): string {
  return `### 办理结果、期限和评价（answers、rates）

各地的结果代码和评价用语只按写明的口径（data/jurisdictions）归入统一取值；口径没有列的原样保留，不并入任何一类；一个代码兼含几种情况、不能判定的不计入分母，并列出件数。期限按口径从交办日推算，首日不计；工作日按国务院办公厅历年放假通知。

这一环节是按规则计算，没有准确率可言；与示例市独立计算的结果逐项一致（测试核对）。

**局限**：不同口径的字母不可直接比较，只能在两边都有定义的合并类上比较。台账只记一个答复日期的，后来的改动看不到。`;
}

function reports(results: Results): string {
  const facts = (column: string) => results.cell('linting', 'reports.jsonl', 'reports.jsonl', column);
  return `### 办理情况报告中的数字（report_history）

按报告的常用写法读出数字、指标和限定，附原句和位置，不与台账算出的数字相加。在编写规则时见过的报告段落上，精确率 ${percent(facts('precision'))}、召回率 ${percent(facts('recall'))}。

**局限**：这些段落是编写规则时见过的，没见过的报告会差一些；引用前请与原句核对。`;
}

function metrics(): string {
  const rows = readMetrics().map((m) => [
    m.name,
    m.formula,
    m.excluded.map(({ why }) => why).join('；') || '无',
    m.note ?? '',
    m.source,
  ]);
  return [
    '## 指标口径',
    '合计、主题、提案人类别、地区按件（一件多个单位答复的只计第一个应答复单位），承办单位和承办方式按件次；会办单位不计入任何指标。比率都存分子和分母，附 95% Wilson 区间。',
    markdownTable(['指标', '算法', '不计入分母的', '注意', '依据'], rows),
  ].join('\n\n');
}

const LIMITS = `## 使用时要注意的

- **满意率**受征询方式影响：先征求满意再正式答复的单位接近百分之百，说明不了问题；应与解决率一起看，并同时写明含不含基本满意。
- **单位之间**承办的主题难易不同，件数多少不一，不宜排名次；看板用漏斗图，只标出超出偶然范围的。
- **观察数据**只能说明同时出现，不能说明因果：面商的满意率高，可能因为容易办的事更常面商。
- **年度之间**口径、主题词表或台账栏目变了，数字就不可直接比；\`data_warnings\` 列出已知的变化，\`jianyan compare\` 列出两次运行的差别。
- **可重复**：输入、设置和程序版本相同，除 \`manifest.json\` 的时间外，结果逐字节相同（\`analysis.duckdb\` 的内容相同）。`;

function citing(): string {
  return `## 怎样引用

文中写明：数据来源（谁的台账、哪些年度）、统计日（\`raw.runs\` 的 \`as_of\`）、所用口径（\`raw.profiles\`）、指标的算法、分子和分母，以及程序版本（${version()}）。例如：

> 解决率按件计，为答复时“解决采纳”的件数除以结果能判定的件数（某市政协提案台账，2020–2024 年，统计至 2025 年 1 月 31 日，口径 city-abcd；用建言 ${version()} 计算）。

请把 \`manifest.json\` 与论文数据一起存档：其中有每个输入文件和词表、模型的 sha256。程序本身的引用格式见项目里的 CITATION.cff。`;
}

/** 87.0%（100/115，95% 区间 79.6%–91.9%）: a share of n that was printed with three digits. */
function share(value: number, n: number): string {
  const k = Math.round(value * n);
  const [low, high] = wilson(k, n);
  return `${percent(k / n)}（${k}/${n}，95% 区间 ${percent(low)}–${percent(high)}）`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)}%`;
}
