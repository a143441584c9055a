import { num, type Row, text } from '../../data.ts';
import { dataTable, h } from '../../dom.ts';
import { link } from '../../navigate.ts';
import type { Cell } from '../../save.ts';
import { RATING_WORDS } from '../../words.ts';
import { type Matter, matterAt } from './read-issues.ts';
import { outcomeOf } from './timeline-figure.ts';

const TRENDS: Record<string, string> = { growing: '渐多', fading: '渐少', steady: '持平' };

export const ISSUE_COLUMNS = [
  '议题',
  '名称',
  '提出次数',
  '件数',
  '年度',
  '走势',
  '承办单位',
  '地区',
  '主题',
  '最近一次结果',
  '办结再提',
  '承诺未兑现',
  '是否反复提出未解决',
  '依据',
  '案件',
];

export function issueCells({ issue, raisings }: Matter): Cell[] {
  return [
    text(issue.issue),
    text(issue.name),
    num(issue.raisings),
    num(issue.members),
    text(issue.year_list),
    TRENDS[text(issue.trend)] ?? '',
    text(issue.departments),
    text(issue.districts),
    text(issue.topics),
    lastOutcome(issue),
    num(issue.after_solved),
    num(issue.after_planned),
    issue.special_report === true ? '是' : '',
    text(issue.special_reason),
    raisings.map(({ row }) => text(row.proposal_id)).join('、'),
  ];
}

/** An issue's file: its state in one line, its raisings when opened. */
export function issueDetails(at: number): HTMLElement {
  const matter = matterAt(at);
  const { issue } = matter;
  const tags = [
    issue.special_report === true ? '反复提出未解决' : '',
    num(issue.after_solved) > 0 ? `办结再提 ${num(issue.after_solved)} 次` : '',
    num(issue.after_planned) > 0 ? `承诺未兑现 ${num(issue.after_planned)} 次` : '',
  ].filter(Boolean);
  const details = h(
    'details',
    {},
    h(
      'summary',
      {},
      h('span', { class: 'id' }, text(issue.issue)),
      h('span', { class: 'title' }, text(issue.name)),
      h(
        'span',
        { class: 'detail' },
        `提出 ${num(issue.raisings)} 次：${text(issue.year_list) || '年度不详'}`,
      ),
      ...tags.map((tag) => h('span', { class: 'tag' }, tag)),
    ),
  );
  // Filled when opened: a list of thousands would carry as many tables.
  details.addEventListener('toggle', () => details.append(...opened(matter)), { once: true });
  return details;
}

function opened({ issue, raisings }: Matter): Node[] {
  const facts: [string, string][] = [
    ['承办单位', text(issue.departments)],
    ['地区', text(issue.districts)],
    ['主题', text(issue.topics)],
    ['最近一次结果', lastOutcome(issue)],
    ['走势', TRENDS[text(issue.trend)] ?? '次数或年度太少，不判断'],
    ['专题报告', text(issue.special_reason)],
    ['名称', issue.named_by_hand === true ? '人工改定' : '机器拟定'],
  ];
  return [
    h(
      'dl',
      {},
      ...facts
        .filter(([, value]) => value !== '')
        .flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
    ),
    dataTable(
      ['第几次', '年度', '案件', '标题', '办理结果', '最终评价', '距上一次', '标记', '归入'],
      raisings.map(({ member, row }) => [
        member.is_merged === true ? '并案' : num(member.raising),
        text(row.year),
        link(text(row.proposal_id), { tab: 'proposals', case: text(row.proposal_id) }),
        text(row.title),
        outcomeOf(row),
        RATING_WORDS[text(row.result_final)] ?? '',
        gapOf(member),
        [member.after_solved === true ? '办结再提' : '', member.after_planned === true ? '承诺未兑现' : '']
          .filter(Boolean)
          .join('、'),
        member.placed_by_hand === true ? '人工' : '机器',
      ]),
    ),
  ];
}

function gapOf({ days_since_previous: days, years_since_previous: years }: Row): string {
  if (typeof days === 'number') return `${days} 天`;
  return typeof years === 'number' ? `${years} 年` : '';
}

function lastOutcome(issue: Row): string {
  return outcomeOf({ outcome: issue.last_outcome ?? null, outcome_raw: issue.last_outcome_raw ?? null });
}
