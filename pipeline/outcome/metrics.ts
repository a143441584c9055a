import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../root.ts';
import { readYaml } from '../yaml.ts';
import type { Metric } from './metrics-of.ts';

const measures = z.array(z.string()).min(1);
const schema = z.array(
  z
    .strictObject({
      id: z.string().regex(/^[a-z][a-z0-9_]*$/),
      name: z.string().min(1),
      unit: z.enum(['件', '项']).optional(),
      population: measures,
      numerator: measures.optional(),
      quantile: z.number().gt(0).lt(1).optional(),
      denominator: measures,
      excluded: z.record(z.string(), z.string().min(1)).optional(),
      formula: z.string().min(1),
      note: z.string().optional(),
      source: z.string().min(1),
    })
    .refine(
      (m) => (m.numerator === undefined) !== (m.quantile === undefined),
      'numerator 和 quantile 应写且只写一个',
    ),
);

/** A metric with what the checks and marts need besides. */
export interface DefinedMetric extends Metric {
  /** Denominator and exclusions add to it. */
  population: readonly string[];
  /** Which quantile of the days, null for a rate. */
  quantile: number | null;
}

/** The metrics of data/metrics.yaml, in its order. Throws InputError with line numbers when it has mistakes. */
export function readMetrics(): DefinedMetric[] {
  return readYaml(join(ROOT, 'data', 'metrics.yaml'), schema, 'data/metrics.yaml').map((m) => ({
    ...m,
    unit: m.unit ?? null,
    numerator: m.numerator ?? [],
    quantile: m.quantile ?? null,
    excluded: Object.entries(m.excluded ?? {}).map(([measure, why]) => ({ measure, why })),
    note: m.note ?? null,
  }));
}

/** The rows of raw.metrics and raw.metric_parts. */
export function metricRows(metrics: readonly DefinedMetric[]) {
  const part = (metric: string, name: string, columns: readonly string[]) =>
    columns.map((measure, position) => ({ metric, part: name, position, measure, why: null }));
  return {
    metrics: metrics.map(({ id, name, unit, quantile, formula, note, source }, position) => {
      return { metric: id, position, name, unit, quantile, formula, note, source };
    }),
    metric_parts: metrics.flatMap((m) => [
      ...part(m.id, 'population', m.population),
      ...part(m.id, 'numerator', m.numerator),
      ...part(m.id, 'denominator', m.denominator),
      ...m.excluded.map(({ measure, why }, position) => {
        return { metric: m.id, part: 'excluded', position, measure, why };
      }),
    ]),
  };
}
