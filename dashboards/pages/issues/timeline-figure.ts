import { issueTimeline, type Raising } from '../../charts/issue-timeline.ts';
import { text } from '../../data.ts';
import { figure } from '../../figure.ts';
import { UNKNOWN, type View, years } from '../../view.ts';
import { inWords, OUTCOME_WORDS } from '../../words.ts';
import type { Matter } from './read-issues.ts';
import { REOPENED } from './reopened.ts';

const UNCLEAR = '兼含几种或口径未列';
const NONE = '未见结果';

/** Raisings of matters over the years, and what became of each. */
export function timelineFigure(matters: readonly Matter[], view: View): HTMLElement {
  const drawn = matters.map((matter) => matter.raisings.map((raising) => toRaising(matter, raising, view)));
  const raisings = drawn.flat();
  const known = years();
  const [first = 0, last = -1] = [Math.min(...known), Math.max(...known)];
  const all = known.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  const periods = raisings.some((r) => r.period === UNKNOWN) ? [...all, UNKNOWN] : all;
  const outcomes = [...Object.values(OUTCOME_WORDS), UNCLEAR, NONE].filter((word) =>
    raisings.some((r) => r.outcome === word),
  );
  return figure({
    title: '每个议题哪年提出、结果如何',
    note: `一行一个议题，一点一件；圆圈：办结再提，方框：列入计划后再提；反复提出未解决的在前，其次是办结再提多的。图中 ${matters.length} 个`,
    chart: issueTimeline(
      raisings,
      matters.map(({ issue }) => ({ issue: text(issue.issue), name: text(issue.name) })),
      periods,
      outcomes,
      view,
    ),
    columns: ['议题', '名称', '年度', '案件', '标题', '办理结果', '标记'],
    cells: matters.flatMap(({ issue, raisings: own }, m) =>
      own.map(({ row }, i) => {
        const raising = drawn[m]?.[i];
        return [
          text(issue.issue),
          text(issue.name),
          raising?.period ?? '',
          text(row.proposal_id),
          text(row.title),
          outcomeOf(row),
          raising?.mark ?? '',
        ];
      }),
    ),
    definitions: REOPENED.slice(1),
  });
}

function toRaising(
  { issue }: Matter,
  { proposal, member, row }: Matter['raisings'][number],
  view: View,
): Raising {
  const mark =
    member.after_solved === true ? '办结再提' : member.after_planned === true ? '承诺未兑现' : null;
  const period = row.year === null || row.year === undefined ? UNKNOWN : text(row.year);
  const word = row.outcome === null ? undefined : OUTCOME_WORDS[text(row.outcome)];
  const merged = member.is_merged === true ? '，并案' : '';
  return {
    issue: text(issue.issue),
    period,
    outcome: word ?? (row.outcome_raw === null || row.outcome_raw === undefined ? NONE : UNCLEAR),
    mark,
    isCovered: view.covers(proposal),
    says: `${period} ${text(row.proposal_id)} ${text(row.title)}：${outcomeOf(row)}${merged}${mark === null ? '' : `，${mark}`}`,
  };
}

/** What the answer called it, in words. */
export function outcomeOf({ outcome, outcome_raw }: Matter['issue']): string {
  if (outcome_raw === null || outcome_raw === undefined) return NONE;
  return inWords(typeof outcome === 'string' ? outcome : null, text(outcome_raw), OUTCOME_WORDS);
}
