import type { ReportFact } from '../rows.ts';
import type { LintedFile } from './lint.ts';

/** The figures of many reports as rows: for offices that have reports and no ledger. */
export function toReportFacts(files: readonly LintedFile[]): ReportFact[] {
  return files.flatMap(({ file, reports }) =>
    reports.flatMap(({ unit: reporting_unit, year, facts }, i) =>
      facts.map(({ metric, body, label, value, unit, scope, evidence, start, end }) => ({
        source_file: file,
        report: i + 1,
        reporting_unit,
        year,
        metric,
        body,
        label,
        value,
        unit,
        scope,
        evidence,
        evidence_start: start,
        evidence_end: end,
      })),
    ),
  );
}
