import { table } from '../../data.ts';
import { dataTable, h } from '../../dom.ts';
import { options } from '../../options.ts';
import { saveCsv } from '../../save.ts';
import { showMore } from '../../show-more.ts';
import type { View } from '../../view.ts';
import { ISSUE_COLUMNS, issueCells, issueDetails } from './issue-details.ts';
import { matterAt } from './read-issues.ts';
import { timelineFigure } from './timeline-figure.ts';

const KINDS = [
  ['all', '全部'],
  ['special_report', '反复提出未解决'],
  ['after_solved', '办结再提'],
  ['after_planned', '承诺未兑现'],
] as const;
type Kind = (typeof KINDS)[number][0];

/** On one sheet with the sentence above them; more are for the screen and for the CSV. */
const MOST_DRAWN = 11;
const MOST_PRINTED = 60;

/** What the reader looks at; kept while the page is open. */
let chosen: Kind = 'all';

/** The timeline of the issues and the file of each, of the kind that the reader chooses. */
export function issueSection(found: readonly number[], view: View): HTMLElement {
  if (view.medium === 'print') return printed(found, view);
  const place = h('section', {});
  const ofKind = new Map(KINDS.map(([kind]) => [kind, found.filter((issue) => isOf(issue, kind))]));
  const show = () => {
    const own = ofKind.get(chosen) ?? [];
    const named = KINDS.map(([kind, name]) => [kind, `${name} ${ofKind.get(kind)?.length ?? 0}`] as const);
    const buttons = options('议题', named, chosen, (kind) => {
      chosen = kind;
      show();
    });
    place.replaceChildren(buttons, ...shown(own, view));
  };
  show();
  return place;
}

/** On paper: the timeline of the first, and those for a special report as a table. */
function printed(found: readonly number[], view: View): HTMLElement {
  if (found.length === 0) return h('section', {}, h('p', { class: 'empty' }, '没有这样的议题'));
  const special = found.filter((issue) => isOf(issue, 'special_report'));
  const listed = special.slice(0, MOST_PRINTED).map((issue) => issueCells(matterAt(issue)));
  const wanted = ['议题', '名称', '提出次数', '年度', '承办单位', '最近一次结果', '办结再提'];
  const at = wanted.map((name) => ISSUE_COLUMNS.indexOf(name));
  const rows = listed.map((cells) => at.map((i) => cells[i] ?? ''));
  const more = special.length > MOST_PRINTED ? `，列出前 ${MOST_PRINTED} 个` : '';
  return h(
    'section',
    {},
    timelineFigure(found.slice(0, MOST_DRAWN).map(matterAt), view),
    h('h3', {}, `反复提出未解决（专题报告线索）：${special.length} 个${more}`),
    special.length === 0 ? null : dataTable(wanted, rows),
  );
}

function isOf(issue: number, kind: Kind): boolean {
  return kind === 'all' || Number(table('issues').getChild(kind)?.get(issue) ?? 0) > 0;
}

function shown(own: readonly number[], view: View): Node[] {
  if (own.length === 0) return [h('p', { class: 'empty' }, '没有这样的议题')];
  const isFiltered = Object.values(view.state.filters).some((value) => value !== null);
  const name = chosen === 'special_report' ? '反复提出未解决（专题报告线索）' : '议题清单';
  const save = h(
    'button',
    {
      type: 'button',
      click: () =>
        saveCsv(
          name,
          ISSUE_COLUMNS,
          own.map((i) => issueCells(matterAt(i))),
        ),
    },
    `${own.length} 个议题存为 CSV`,
  );
  return [
    isFiltered
      ? h(
          'p',
          { class: 'note' },
          '列出至少有一件符合筛选的议题；议题的次数、走势和判断按全部数据计，不受筛选影响，图上不符合筛选的点画得较淡。',
        )
      : '',
    showMore(own.length, 15, (count) => [timelineFigure(own.slice(0, count).map(matterAt), view)]),
    h('div', { class: 'tools' }, h('h3', {}, name), h('span', { class: 'save' }, save)),
    showMore(own.length, 20, (count) => [
      h('div', { class: 'list' }, ...own.slice(0, count).map((i) => issueDetails(i))),
    ]),
  ].filter((node): node is HTMLElement => node !== '');
}
