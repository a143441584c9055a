import type { DuckDBConnection } from '@duckdb/node-api';
import { InputError } from '../../errors.ts';
import { metricsOf } from '../../outcome/metrics-of.ts';
import { FAMILY_NAMES, type Family, SMALL } from '../../share/relations.ts';
import { typicalCases } from '../cases.ts';
import type { Content } from '../compose.ts';
import type { Block } from '../document.ts';
import { readReportContent } from '../read-report-content.ts';
import { readRows } from '../read-rows.ts';
import type { Scope } from '../scope.ts';
import { tellCase } from '../tell-case.ts';
import type { Template } from '../template.ts';
import { publicFigures } from './figures.ts';
import { readPublished } from './published.ts';
import { publicTables } from './tables.ts';

/** What a case tells of itself: it is told where nobody could count a withheld number from it. */
const TOLD: readonly Family[] = ['size', 'reply', 'timeliness', 'meeting', 'outcome', 'result'];

/**
 * What a public report says: one year, from publishable proposals only, in the numbers that a public run publishes.
 * Throws InputError for a scope that would tell more than those.
 */
export async function readPublicContent(
  connection: DuckDBConnection,
  scope: Scope,
  folder: string,
): Promise<Content & { about: Block[] }> {
  const year = await yearOf(connection, scope, folder);
  const published = await readPublished(connection);
  const content = await readReportContent(connection, { unit: null, body: null, year });
  const metrics = metricsOf(await readRows(connection, 'select * from metrics'));
  const total = published.rows.find(
    (row) => row.dimension === 'total' && row.per === '件' && row.year === year,
  );
  const cases = await typicalCases(connection, { unit: null, body: null, year });
  const isTold = ({ topic, department }: { topic: string; department: string | null }) =>
    [topic, department].every((value) =>
      published.shows(
        published.rows.find((row) => row.value === value && row.year === year),
        TOLD,
      ),
    );
  return {
    ...content,
    figures: publicFigures(content.figures, (families) => published.shows(total, families)),
    // Bodies are a division that the public statistics do not have.
    bodies: [],
    cases: cases.filter(isTold).map(tellCase),
    charts: {},
    tables: { 口径: content.tables.口径 ?? null, ...publicTables(published, metrics, year) },
    about: about([...((total && published.withheld.get(total)) ?? [])]),
  };
}

/** The template without what is for the office: the appendix with the cases behind every number, and words about it. */
export function publicTemplate({ title, sentences, content }: Template): Template {
  const isStart = (at: number) => 'appendix' in (content[at] ?? {});
  const evidence = content.findIndex((block) => 'table' in block && block.table === '依据');
  const first = content.findLastIndex((_, at) => at <= evidence && isStart(at));
  const next = content.findIndex((_, at) => at > evidence && isStart(at));
  const isEvidence = (at: number) => evidence >= 0 && at >= first && (next < 0 || at < next);
  return {
    title,
    sentences: Object.fromEntries(
      Object.entries(sentences).map(([name, wording]) => [
        name,
        { ...wording, text: withoutReferences(wording.text) },
      ]),
    ),
    content: content
      .filter((_, at) => !isEvidence(at))
      .map((block) => ('text' in block ? { text: withoutReferences(block.text) } : block)),
  };
}

/** （见附录一） speaks of lists of cases, 数字的依据见附录 of queries. */
function withoutReferences(text: string): string {
  return text.replace(/（见附录[一二三四五]?）/g, '').replace(/[^。]*依据见附录。/g, '');
}

async function yearOf(
  connection: DuckDBConnection,
  { unit, body, year }: Scope,
  folder: string,
): Promise<number> {
  if (unit !== null || body !== null)
    throw new InputError(
      folder,
      '公开稿只按年度写',
      '请不要加 --unit 或 --body：与合计相减会得出不公布的小数',
    );
  const rows = await readRows(
    connection,
    'select distinct year from proposals where year is not null order by year',
  );
  const years = rows.map((row) => Number(row.year));
  const [first, ...others] = year === null ? years : years.filter((one) => one === year);
  if (first === undefined)
    throw new InputError(
      folder,
      year === null ? '没有可以公开的件' : `没有可以公开的 ${year} 年度的件`,
      '只有公开属性允许公开的才写进公开稿，见 jianyan.yaml 的 public_disclosure',
    );
  if (others.length > 0)
    throw new InputError(folder, '公开稿一次写一个年度', `请加 --year，可选：${years.join('、')}`);
  return first;
}

function about(families: readonly Family[]): Block[] {
  const names = families.map((family) => FAMILY_NAMES[family]).join('、');
  const withheld =
    names === '' ? '' : `下列各项含有不足${SMALL + 1}件的数字，或者可以由此推算，没有写出：${names}。`;
  const says = `本稿为公开稿，只统计公开属性允许公开的件，不写提案人姓名和联系方式，不足${SMALL + 1}件的数字不写出。${withheld}表中“不公布”的原因相同。`;
  return [
    { kind: 'appendix', text: '关于公开稿的说明' },
    { kind: 'paragraph', spans: [{ text: says }] },
  ];
}
