import type { Model } from '../store/models.ts';
import { displayWidth, padEnd, padStart } from '../text/width.ts';
import type { Comparison } from './compare.ts';
import type { Difference } from './diff-manifests.ts';
import type { Change } from './diff-tables.ts';

/** How many single changes stand on the terminal. */
const SHOWN = 20;
/** The table whose figures are published: its changes are shown cell by cell. */
const HEADLINES = 'overview';

/** A comparison as a page for the terminal. */
export function printComparison(c: Comparison, models: readonly Model[]): string {
  const named = new Map(models.map((m) => [m.name, m]));
  const figures = c.changes.filter(({ table }) => table === HEADLINES);
  const cases = c.changes.filter(({ table }) => table === 'proposals');
  const parts: [heading: string, lines: string[]][] = [
    ['一、输入文件', byKind(c.inputs)],
    ['二、设置', withValues(c.settings)],
    ['三、口径、词表和模型', [...byKind(c.definitions), ...withValues(c.version)]],
    ['四、各表行数', tableLines(c, named)],
    ['五、主要数字（年度概况）', changeLines(figures, named)],
    ['六、案件', [...summaryLine(cases, named), ...changeLines(cases, named)]],
  ];
  const pages = parts.map(([heading, lines]) =>
    [heading, ...(lines.length > 0 ? lines : ['  没有变化'])].join('\n'),
  );
  return `${[`比较：${c.before} → ${c.after}`, ...pages].join('\n\n')}\n`;
}

/** How many cases came, went and changed, and in which columns. */
function summaryLine(cases: readonly Change[], named: ReadonlyMap<string, Model>): string[] {
  if (cases.length === 0) return [];
  const count = (test: (c: Change) => boolean) => new Set(cases.filter(test).map((c) => c.key)).size;
  const columns = [...new Set(cases.flatMap((c) => c.column ?? []))].map(
    (column) => `${labelOf('proposals', column, named)} ${count((c) => c.column === column)}`,
  );
  const changed = columns.length > 0 ? `（${columns.join('、')}）` : '';
  const added = count((c) => c.column === null && c.before === null);
  const removed = count((c) => c.column === null && c.after === null);
  return [`  新增 ${added} 件，没有了 ${removed} 件，改变 ${count((c) => c.column !== null)} 件${changed}`];
}

function labelOf(table: string, column: string, named: ReadonlyMap<string, Model>): string {
  return named.get(table)?.columns.get(column)?.split('；')[0] ?? column;
}

function byKind(list: readonly Difference[]): string[] {
  const kind = (d: Difference) => (d.before === null ? '新增' : d.after === null ? '没有了' : '内容改变');
  return list.map((d) => `  ${padEnd(kind(d), 10)}${d.name}${profile(d)}`);
}

/** A profile's value is its name, worth showing; a file's is a hash. */
function profile({ before, after }: Difference): string {
  const isHash = (value: string | null) => value === null || /^[0-9a-f]{64}$/.test(value);
  return isHash(before) && isHash(after) ? '' : `：${before ?? '无'} → ${after ?? '无'}`;
}

function withValues(list: readonly Difference[]): string[] {
  return list.map(({ name, before, after }) => `  ${name}：${before ?? '无'} → ${after ?? '无'}`);
}

function tableLines({ tables }: Comparison, named: ReadonlyMap<string, Model>): string[] {
  const changed = tables.filter(
    (t) => t.added + t.removed + t.changed > 0 || t.before === null || t.after === null,
  );
  if (changed.length === 0) return [];
  const titles = changed.map((t) => named.get(t.table)?.title ?? t.table);
  const widest = Math.max(...titles.map(displayWidth));
  const line = (cells: string[]) =>
    `  ${cells.map((cell, i) => (i === 0 ? padEnd(cell, widest) : padStart(cell, 10))).join('')}`;
  return [
    line(['表', '原有', '现有', '增加', '减少', '改变']),
    ...changed.map((t, i) =>
      line([
        titles[i] ?? t.table,
        ...[t.before, t.after, t.added, t.removed, t.changed].map((n) =>
          n === null ? '无' : n.toLocaleString('en'),
        ),
      ]),
    ),
  ];
}

function changeLines(changes: readonly Change[], named: ReadonlyMap<string, Model>): string[] {
  const lines = changes.slice(0, SHOWN).map((c) => {
    const label =
      named
        .get(c.table)
        ?.columns.get(c.column ?? '')
        ?.split('；')[0] ?? c.column;
    if (c.column === null) return `  ${c.key}：${c.before === null ? '新增' : '没有了'}`;
    return `  ${c.key}　${label}：${c.before ?? '空'} → ${c.after ?? '空'}`;
  });
  const rest = changes.length - SHOWN;
  return rest > 0
    ? [...lines, `  …… 另有 ${rest.toLocaleString('en')} 处，用 --format json 查看全部`]
    : lines;
}
