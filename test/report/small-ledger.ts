import type { Config } from '../../pipeline/config.ts';
import { compose } from '../../pipeline/report/compose.ts';
import type { Report } from '../../pipeline/report/document.ts';
import { printMarkdown } from '../../pipeline/report/print-markdown.ts';
import { readReportContent } from '../../pipeline/report/read-report-content.ts';
import type { Scope } from '../../pipeline/report/scope.ts';
import { readTemplate } from '../../pipeline/report/template.ts';
import { emptyFolder } from '../folder.ts';
import { writeFiles } from '../ingest/make-files.ts';
import { connectionOver } from '../store/marts-of.ts';

export const EVERYTHING: Scope = { unit: null, year: null, body: null };

/** The report over ledgers, as the command builds it. */
export async function reportOn(
  files: Record<string, string>,
  scope: Partial<Scope> = {},
  config: Config = {},
): Promise<Report> {
  const input = emptyFolder();
  writeFiles(input, files);
  const connection = await connectionOver(input, { as_of: '2024-12-31', ...config });
  await connection.run("set search_path = 'mart,raw'");
  const content = await readReportContent(connection, { ...EVERYTHING, ...scope });
  return compose(readTemplate(null, Object.keys(content.figures)), content);
}

/** The text without its appendices. */
export function bodyOf(report: Report): string {
  const end = report.blocks.findIndex((block) => block.kind === 'appendix');
  return printMarkdown({ ...report, blocks: report.blocks.slice(0, end) });
}

/** The text of the report over the small ledgers, as Markdown. */
export async function reportTextOn(config: Config, scope: Partial<Scope> = {}): Promise<string> {
  return printMarkdown(await reportOn(LEDGERS, scope, config));
}

export const CPPCC = [
  '编号,案由,提案人,提出形式,立案情况,是否重点,公开属性,主办单位,会办单位,交办时间,答复时间,面商时间,办理结果,委员评价',
  '1,增设路灯,甲,个人提案,立案,是,主动公开,公安局,水利局,2024-03-01,2024-05-20,2024-04-01,解决采纳,满意',
  '2,修补路面,乙,个人提案,立案,否,主动公开,水利局,,2024-03-01,2024-05-20,2024-04-01,正在解决,基本满意',
  '3,疏浚河道,民盟,集体提案,立案,否,不予公开,水利局,,2024-03-01,2024-07-20,2024-04-01,留作参考,不满意',
  '4,增设站点,丙,个人提案,并案,否,主动公开,水利局,,2024-03-01,,,,',
].join('\n');

export const NPC = [
  '编号,标题,领衔代表,主办单位,会办单位,交办时间,答复日期,是否面商,办理结果,代表评价',
  '1,加固堤防,丁,水利局,,2024-03-01,2024-05-20,是,解决采纳,满意',
  '2,改造水厂,戊,水利局,,2024-03-01,2024-05-20,是,解决采纳,满意',
].join('\n');

export const LEDGERS = { '2024政协提案.csv': CPPCC, '2024人大建议.csv': NPC };
