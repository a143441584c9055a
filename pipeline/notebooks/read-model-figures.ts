import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readModel } from '../classify/model-file.ts';
import { ROOT } from '../root.ts';

/** Cross-validated on the model's own examples: the score from which `precision` was reached, and for how many. */
export interface ModelFigure {
  precision: number;
  score: number;
  /** Share of the examples with at least this score. */
  coverage: number;
}

const manifest = z.object({
  config: z.object({ models: z.object({ topic: z.string().nullish() }).nullish() }).nullish(),
  definitions: z.record(z.string(), z.string()),
});

/** The figures of the topic model of a run; null unless the very file that the run used is still there. */
export function readModelFigures(run: string, workspace: string | null): ModelFigure[] | null {
  const file = join(run, 'manifest.json');
  if (!existsSync(file)) return null;
  const { data } = manifest.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  const name = data?.config?.models?.topic ?? 'model.json';
  const places = [workspace, join(ROOT, 'data')].map((folder) => (folder === null ? '' : join(folder, name)));
  const model = places.find((place) => existsSync(place) && hash(place) === data?.definitions[name]);
  return model === undefined ? null : readModel(model).thresholds;
}

function hash(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
