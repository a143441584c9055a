import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { emptyFolder } from '../folder.ts';

/** A notebook of cells as [type, attributes, source]. */
export function notebook(
  title: string,
  ...cells: [type: string, attributes: string, source: string][]
): string {
  const scripts = cells.map(
    ([type, attributes, source], i) =>
      `  <script id="${i + 1}" type="${type}" ${attributes}>\n    ${source}\n  </script>`,
  );
  return `<!doctype html>\n<notebook theme="air">\n  <title>${title}</title>\n${scripts.join('\n')}\n</notebook>\n`;
}

/** A run in `folder` over one small ledger; `titles` are its proposals. */
export async function smallRun(titles: readonly string[], folder = emptyFolder()): Promise<string> {
  await rerun(folder, titles);
  return join(folder, 'run');
}

/** The run again, over other proposals. */
export async function rerun(folder: string, titles: readonly string[]): Promise<void> {
  const lines = titles.map((title, i) => `${i + 1},"${title.replaceAll('"', '""')}",2024/3/5`);
  const ledger = join(folder, '2024政协提案.csv');
  writeFileSync(ledger, `提案号,案由,答复日期\n${lines.join('\n')}\n`);
  await run(ledger, join(folder, 'run'), silentProgress);
}
