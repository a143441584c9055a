import { version } from '../publish/manifest.ts';
import type { PageFacts } from '../publish/write-dashboard.ts';
import type { Audience } from './audience.ts';
import type { Shared } from './share.ts';
import { textOf } from './text-of.ts';

/** What a page says of its run, from the row that the audience may see. */
export function pageFacts({ tables }: Shared, audience: Audience): PageFacts {
  const run = tables.runs?.[0] ?? {};
  return {
    name: textOf(run, 'name') ?? '',
    notice: textOf(run, 'notice'),
    as_of: textOf(run, 'as_of'),
    version: version(),
    audience,
  };
}
