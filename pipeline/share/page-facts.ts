import { version } from '../publish/manifest.ts';
import type { PageFacts } from '../publish/write-dashboard.ts';
import type { Audience } from './audience.ts';
import type { Shared } from './share.ts';

/** What a page says of its run, from the row that the audience may see. */
export function pageFacts({ tables }: Shared, audience: Audience): PageFacts {
  const run = new Map<string, unknown>(Object.entries(tables.runs?.[0] ?? {}));
  const text = (key: string) => {
    const value = run.get(key);
    return typeof value === 'string' ? value : null;
  };
  return {
    name: text('name') ?? '',
    notice: text('notice'),
    as_of: text('as_of'),
    version: version(),
    audience,
  };
}
