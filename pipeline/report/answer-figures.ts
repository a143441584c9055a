import { inWords, OUTCOME_WORDS, RATING_WORDS } from '../outcome/words.ts';
import {
  counted,
  type Figure,
  type Figures,
  listed,
  MISSING,
  NOT_APPLICABLE,
  type Part,
  parts,
  rated,
  type Source,
} from './figure.ts';
import { ofAnswers, ofProposals, type Scope } from './scope.ts';

/** The conditions on mart.answers behind the columns of mart.cube; a test holds the two together. */
const REPLIED = 'replied_on is not null';
const DUE = `is_late is not null and not (replied_on is null and (select as_of from runs) <= due_on)`;
const BROAD = `is_within(result_final, (select broad from profiles f where f.body is not distinct from answers.body and f.year is not distinct from answers.year))`;
const STRICT = BROAD.replace('select broad', 'select strict');

/** What there is none of where nothing is to be answered. */
const NAMES = [
  '已答复',
  '未答复',
  '办复率',
  '按期答复',
  '按期前提',
  '按时办复率',
  '面商',
  '面商前提',
  '面商率',
  '办结率',
  '有结果',
  '办理结果',
  '口径未列',
  '采纳率',
  '解决率',
  '有评价',
  '评价',
  '满意',
  '满意率',
  '满意率（含基本满意）',
];

/** What became of the cases: answers, deadlines, meetings, outcomes and ratings. Co-handlers answer nobody. */
export async function answerFigures(source: Source, scope: Scope): Promise<Figures> {
  const from = `answers where counted and ${ofAnswers(scope)}`;
  const count = (label: string, condition: string, whole: number | null = null) =>
    counted(source, label, `select proposal_id from ${from} and ${condition}`, whole);
  const ratio = (metric: string, numerator: string, denominator: string) =>
    rated(source, scope, metric, { from, numerator, denominator });
  const has = (field: string) => source.fields.has(field);
  const owed = await count('应答复', 'true');
  const given = { 应答复: owed, 未交办: await unassigned(source, scope) };
  if (owed.value === 0)
    return { ...Object.fromEntries(NAMES.map((name) => [name, NOT_APPLICABLE])), ...given };
  const replied = has('replied_on') ? await count('已答复', REPLIED, owed.value) : MISSING;
  const onTime = await ratio('on_time_rate', 'is_late = false', DUE);
  const met = await ratio('met_rate', 'met', 'met is not null');
  const outcomes = await parts(source, '办理结果', from, 'outcome', OUTCOME_WORDS);
  // A code that no profile maps stands as it is, apart from the shares.
  const unmapped = await parts(source, '口径未列', `${from} and outcome is null`, 'outcome_raw', null);
  const ratings = await parts(source, '最终评价', from, 'result_final', RATING_WORDS);
  const satisfied = await ratio('satisfied_rate', STRICT, 'result_final is not null');
  return {
    ...given,
    已答复: replied,
    未答复: has('replied_on') ? await count('未答复', 'replied_on is null', owed.value) : MISSING,
    办复率: has('replied_on') ? await ratio('reply_rate', REPLIED, 'true') : MISSING,
    按期答复: countOf(onTime),
    按期前提: premise(onTime, owed, '能判定是否按期的'),
    按时办复率: onTime,
    面商: countOf(met),
    面商前提: premise(met, owed, '有面商记载的'),
    面商率: met,
    办结率: has('replied_on') ? await ratio('closed_rate', 'closed', 'closed is not null') : MISSING,
    有结果: { ...totalOf(outcomes), whole: owed.value },
    办理结果: listed(
      outcomes.map((part) => ({ ...part, name: inWords(part.name, null, OUTCOME_WORDS) })),
      { shares: true },
    ),
    口径未列: listed(
      unmapped.map((part) => ({ ...part, name: `“${part.name}”` })),
      { shares: false },
    ),
    采纳率: await ratio('adopted_rate', 'adopted', 'adopted is not null'),
    解决率: await ratio('solved_rate', 'solved', 'solved is not null'),
    有评价: totalOf(ratings),
    评价: listed(ratings, { shares: true }),
    满意: countOf(satisfied),
    满意率: satisfied,
    '满意率（含基本满意）': await ratio('satisfied_broad_rate', BROAD, 'result_final is not null'),
  };
}

function totalOf(list: readonly Part[]): Figure {
  const ids = list.flatMap((part) => part.trace.ids);
  return ids.length === 0 ? MISSING : { text: `${ids.length}件`, value: ids.length, whole: null, traces: [] };
}

function countOf({ value, whole, traces }: Figure): Figure {
  return value === null ? MISSING : { text: `${value}件`, value, whole, traces: traces.slice(0, 1) };
}

/** 有面商记载的49件中， where that is not all of them. */
function premise({ whole, traces }: Figure, { value }: Figure, words: string): Figure {
  return {
    text: whole === value ? '' : `${words}${whole}件中，`,
    value: whole,
    whole: value,
    traces: traces.slice(1),
  };
}

async function unassigned(source: Source, scope: Scope): Promise<Figure> {
  if (scope.unit !== null) return MISSING;
  return counted(
    source,
    '未交办',
    `select proposal_id from proposals where ${ofProposals(scope)} and answers = 0`,
  );
}
