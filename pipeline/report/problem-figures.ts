import { counted, type Figure, type Figures, listed, MISSING, type Part, type Source } from './figure.ts';
import { readRows } from './read-rows.ts';
import { ofAnswers, ofProposals, ofUnit, quote, type Scope } from './scope.ts';

/** What did not go well, as far as the ledgers and the texts of the answers say. */
export async function problemFigures(source: Source, scope: Scope): Promise<Figures> {
  const answers = `answers where counted and ${ofAnswers(scope)}`;
  const inScope = `proposal_id in (select proposal_id from proposals where ${ofProposals(scope)})`;
  const count = (label: string, sql: string, unit = '件') =>
    counted(source, label, `select ${sql}`, null, unit);
  const answered = (label: string, condition: string) =>
    count(label, `proposal_id from ${answers} and ${condition}`);
  const members = (label: string, condition: string) =>
    count(label, `proposal_id from issue_members where ${inScope} and ${condition}`);
  const rated = await answered('有评价', 'result_final is not null');
  const judged = await answered('可判定是否逾期', 'is_late is not null');
  const promises = `promises where ${inScope} and ${ofUnit(scope)}`;
  const late = await answered('逾期', 'is_late');
  const refused = await answered('首次不满意', `result_first = 'dissatisfied'`);
  return {
    逾期: judged.value === 0 ? MISSING : late,
    逾期分类: joined(late, [
      ['逾期后答复', await answered('逾期答复', 'is_late and replied_on is not null')],
      ['到统计日仍未答复', await answered('逾期未答复', 'is_late and replied_on is null')],
    ]),
    首次不满意: rated.value === 0 ? MISSING : refused,
    不满意分类: afterRefusal(
      await answered('可判定是否再次办理', `result_first = 'dissatisfied' and rerated`),
      await answered('再次办理', `result_first = 'dissatisfied' and rehandled`),
      await answered('最终仍不满意', `result_first = 'dissatisfied' and result_final = 'dissatisfied'`),
    ),
    有难点: await count(
      '说到难点',
      `distinct proposal_id from obstacles where ${inScope} and ${ofUnit(scope)}`,
    ),
    难点: listed(await obstacles(source, scope, inScope), { shares: false }),
    以前提过: await members('以前年度提过', 'years_since_previous > 0'),
    办结再提: await members('办结再提', 'after_solved'),
    反复议题: await specialIssues(source, inScope),
    未见回应: await count(
      '建议未见回应',
      `distinct proposal_id from suggestions where ${inScope} and answered = 'no'`,
    ),
    未见回应条: await count(
      '建议未见回应（条）',
      `proposal_id from suggestions where ${inScope} and answered = 'no'`,
      '条',
    ),
    建议条: await count('有答复原文的建议（条）', `proposal_id from suggestions where ${inScope}`, '条'),
    承诺未兑现: await count('到期未见兑现的承诺', `proposal_id from ${promises} and state = 'broken'`, '项'),
    承诺: await count('承诺事项', `proposal_id from ${promises}`, '项'),
  };
}

/** 其中逾期后答复22件、到统计日仍未答复7件: the kinds divide the whole. */
function joined(all: Figure, kinds: readonly (readonly [name: string, of: Figure])[]): Figure {
  const some = kinds.filter(([, { value }]) => value !== 0);
  const text =
    some.length === 1
      ? `均为${some[0]?.[0]}`
      : `其中${some.map(([name, figure]) => `${name}${figure.text}`).join('、')}`;
  return { ...all, text, traces: kinds.flatMap(([, { traces }]) => traces) };
}

/** 其中再次办理11件，最终仍不满意的8件. */
function afterRefusal(known: Figure, again: Figure, still: Figure): Figure {
  const handled =
    known.value === 0
      ? '台账没有再次办理的记载'
      : again.value === 0
        ? '都没有再次办理'
        : `其中再次办理${again.text}`;
  const left = still.value === 0 ? '最终没有仍不满意的' : `最终仍不满意的${still.text}`;
  return { ...still, text: `${handled}，${left}`, traces: [...again.traces, ...still.traces] };
}

/** A case may meet several obstacles: the counts overlap and are no division. */
async function obstacles(source: Source, scope: Scope, inScope: string): Promise<Part[]> {
  const from = `obstacles where ${inScope} and ${ofUnit(scope)}`;
  const rows = await readRows(
    source.connection,
    `select kind_name, count(distinct proposal_id)::integer as n from ${from} group by 1 order by n desc, kind_name`,
  );
  return Promise.all(
    rows.map(async ({ kind_name }) => {
      const name = String(kind_name);
      const sql = `select distinct proposal_id from ${from} and kind_name = ${quote(name)}`;
      const [trace] = (await counted(source, `难点：${name}`, sql)).traces;
      if (!trace) throw new Error('a count has one trace');
      return { name, trace };
    }),
  );
}

/** Issues that ask for a report of their own; the trace lists the issues and not their cases. */
async function specialIssues(source: Source, inScope: string): Promise<Figure> {
  const issues = `select issue as proposal_id from issues where special_report and issue in (select issue from issue_members where ${inScope})`;
  return counted(source, '反复提出而未解决的议题', issues, null, '个');
}
