import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { group } from 'd3-array';
import { OUTCOME_WORDS, RATING_WORDS } from '../../pipeline/outcome/words.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { buildMarts } from '../../pipeline/store/build-marts.ts';
import { commentTables } from '../../pipeline/store/comment-tables.ts';
import { load } from '../../pipeline/store/load.ts';
import { bothLanguages, type Model } from '../../pipeline/store/models.ts';
import { markdownTable } from './markdown-table.ts';

/** A column of the database with what the database says of it and of its table. */
interface Column {
  schema: string;
  table: string;
  tableComment: string;
  name: string;
  type: string;
  comment: string;
}

const SCHEMAS: [name: string, title: string, note: string][] = [
  [
    'mart',
    '分析表 Marts',
    '研究和发布用这些表。每张表同时写成 `csv/`、`parquet/`、`arrow/` 里的同名文件和 `tables.xlsx` 里的一张工作表（`entries` 供程序用，不在其中）。',
  ],
  [
    'raw',
    '数据行 Rows as read',
    '台账和文本读成的数据行，含提案和答复的全文，只在 `analysis.duckdb` 里。分析表由这些表算出。',
  ],
  ['lookup', '查找用 Lookups', '供程序查找相似案件，不供分析。'],
];

/** The data dictionary as Markdown: every table and column of a run's database, in the words that the database has. */
export async function describeTables(): Promise<string> {
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  await load(connection, {}, silentProgress);
  const models = await buildMarts(connection, silentProgress);
  await commentTables(connection, models);
  const columns = await readColumns(connection);
  connection.closeSync();
  database.closeSync();
  const named = new Map(models.map((model) => [model.name, model]));
  const chapters = SCHEMAS.map(([schema, title, note]) => {
    const own = columns.filter((column) => column.schema === schema);
    const tables = [...group(own, ({ table }) => table).values()];
    return [`## ${schema}：${title}`, note, ...tables.map((t) => section(t, named))].join('\n\n');
  });
  return `${[HEAD, words(), ...chapters].join('\n\n')}\n`;
}

async function readColumns(connection: DuckDBConnection): Promise<Column[]> {
  const reader = await connection.runAndReadAll(`
    select c.schema_name, c.table_name, t.comment, c.column_name, c.data_type, c.comment
    from duckdb_columns() c join duckdb_tables() t using (table_oid)
    where not c.internal
    order by c.schema_name, c.table_name, c.column_index`);
  return reader.getRows().map((row) => {
    const [schema = '', table = '', tableComment = '', name = '', type = '', comment = ''] = row.map((v) =>
      String(v ?? ''),
    );
    return { schema, table, tableComment, name, type, comment };
  });
}

function section(columns: readonly Column[], models: ReadonlyMap<string, Model>): string {
  const { schema = '', table = '', tableComment = '' } = columns[0] ?? {};
  const [title, english] = bothLanguages(tableComment);
  const model = schema === 'mart' ? models.get(table) : undefined;
  const grain = model && `一行由此确定 Grain：${model.grain.map((g) => `\`${g}\``).join('、') || '只有一行'}`;
  const rows = columns.map(({ name, type, comment }) => {
    const [chinese, translated] = bothLanguages(comment);
    return [`\`${name}\``, TYPES[type] ?? type, chinese, translated];
  });
  return [
    `### ${table} ${title}`,
    ...[english, model?.note, grain].filter((line) => line),
    markdownTable(['列 Column', '类型 Type', '含义', 'Meaning'], rows),
  ].join('\n\n');
}

function words(): string {
  const rows = (set: string, names: Record<string, string>) =>
    Object.entries(names).map(([code, name]) => [set, `\`${code}\``, name]);
  return [
    '## 统一口径的取值 Values in common terms',
    '各地的办理结果和评价用语按口径归入下列取值；一个代码兼含几种的用 `|` 连接，口径没有对应的为空，原文在 `…_raw` 列。',
    markdownTable(
      ['列 Column', '取值 Value', '中文'],
      [...rows('`outcome…`', OUTCOME_WORDS), ...rows('`result…`、`attitude…`、`rating`', RATING_WORDS)],
    ),
  ].join('\n\n');
}

const TYPES: Record<string, string> = {
  VARCHAR: '文本 text',
  INTEGER: '整数 integer',
  DOUBLE: '小数 number',
  BOOLEAN: '是否 boolean',
  DATE: '日期 date',
  BLOB: '二进制 blob',
};

const HEAD = `# 数据字典 Data dictionary

由 \`npm run docs\` 从 SQL 文件的说明生成，请勿手改。Generated from the comments of the SQL files; do not edit.

- **在哪里**：\`analysis.duckdb\` 里有全部表，每张表、每一列都带着这里的说明（\`select table_name, column_name, comment from duckdb_columns()\`）。打开方法见 [recipes.md](recipes.md)，各环节怎样得出、有多准确见 [methods.md](methods.md)。
- **空值**：台账没有写、读不出或无从判断的为空，不是 0，也不是“否”。
- **比率**：只存分子和分母，不存比率（\`rates\` 除外）；汇总时先分别相加，再相除。
- **单位和范围**：不另注明的计数为件或件次（见各表标题），把握和得分在 0–1 之间，\`days…\` 为天。
- **类型**：日期为年-月-日；是否在 CSV 里写成 1 和 0。

*Where*: all tables are in \`analysis.duckdb\`, with these comments inside. *Null* means not in the source, unreadable or undecidable, never 0 or false. *Rates* are kept as numerator and denominator (but for \`rates\`): add each, then divide. *Units*: counts are proposals or answers as the table's title says, scores lie in 0–1, \`days…\` are days. *Types*: dates are ISO days; booleans are 1 and 0 in CSV.`;
