import { lint } from '../lint/lint.ts';
import { toReportFacts } from '../lint/report-facts.ts';
import { readTerms } from '../lint/terms.ts';
import type { Progress } from '../progress.ts';
import type { ReportFact } from '../rows.ts';

/** The figures that handling reports state, for offices that have reports and no ledger. */
export function readReportFacts(
  reports: readonly { file: string; text: string }[],
  workspace: string | null,
  progress: Progress,
): ReportFact[] {
  if (reports.length === 0) return [];
  const terms = readTerms(workspace);
  const stage = progress.stage('读取报告数字', reports.length);
  const linted = reports.map(({ file, text }) => {
    const found = lint(file, text, terms);
    stage.advance();
    return found;
  });
  const facts = toReportFacts(linted);
  stage.end(`${reports.length} 份报告：数字 ${facts.length} 个`);
  return facts;
}
