import { crossSum } from '../../../pipeline/outcome/cube.ts';
import { rate } from '../../../pipeline/outcome/rate.ts';
import { coloursOf } from '../../charts/colour-of.ts';
import { countsByPeriod } from '../../charts.ts';
import { has, rowAt, table, text } from '../../data.ts';
import { detailCube } from '../../detail-cube.ts';
import { dataTable, h } from '../../dom.ts';
import { figure } from '../../figure.ts';
import { link } from '../../navigate.ts';
import { rateWithDoubt } from '../../rate-words.ts';
import type { View } from '../../view.ts';
import { PROMISE_WORDS } from '../../words.ts';

const LISTED = 100;

/** Promises by the year they were made, and those that are due and not kept by name. Nothing in a page without them. */
export function promiseFigure(view: View): Node[] {
  if (!has('promises')) return [];
  const own = detailCube(view, 'promises', ['year', 'state', 'department']);
  const crossed = crossSum(own, ['year', 'state'], 'rows');
  const data = [...crossed].flatMap(([year, states]) =>
    Object.entries(PROMISE_WORDS).flatMap(([code, group]) => {
      const count = states.get(code) ?? 0;
      return count > 0 ? [{ period: String(year ?? '不详'), group, count }] : [];
    }),
  );
  const kept = rate(view.cube, 'promise_rate');
  const used = Object.values(PROMISE_WORDS).filter((group) => data.some((d) => d.group === group));
  const years = [...crossed.keys()].map((year) => String(year ?? '不详'));
  const cell = (year: string, group: string) =>
    data.find((d) => d.period === year && d.group === group)?.count ?? 0;
  return [
    figure({
      title: '承诺事项兑现',
      note: `按作出承诺的年度，单位：项；兑现率 ${rateWithDoubt(kept)}，只看到期的和已兑现的；从答复中读出、台账没有登记的另列`,
      chart:
        data.length === 0
          ? null
          : countsByPeriod(data, used, { width: view.width, unit: '项', colours: coloursOf(used) }),
      columns: ['承诺年度', ...used],
      cells: years.map((year) => [year, ...used.map((group) => cell(year, group))]),
      definitions: [[kept.metric.name, kept.definition]],
    }),
    ...brokenList(own.rows, own.dimensions.get('state')),
  ];
}

function brokenList(
  rows: ArrayLike<number>,
  states: { codes: ArrayLike<number>; values: readonly unknown[] } | undefined,
): Node[] {
  const broken = Array.from(rows).filter((row) => states?.values[states.codes[row] ?? 0] === 'broken');
  if (broken.length === 0) return [];
  const [source, proposals] = [table('promises'), table('proposals').getChild('proposal_id')];
  const cells = broken.slice(0, LISTED).map((row) => {
    const promise = rowAt(source, ['proposal', 'department', 'item', 'due_on'], row);
    const id = text(proposals?.get(Number(promise.proposal)));
    return [
      link(id, { tab: 'proposals', case: id }),
      text(promise.department),
      text(promise.item),
      text(promise.due_on),
    ];
  });
  const more = broken.length > LISTED ? `，先列 ${LISTED} 项` : '';
  return [
    h(
      'details',
      { class: 'listed' },
      h('summary', {}, `到期未兑现的 ${broken.length} 项${more}`),
      dataTable(['案件', '承诺单位', '承诺事项', '时限'], cells),
    ),
  ];
}
