import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type DocumentIndex, indexDocuments } from '../link/index-documents.ts';
import { storeIndex } from '../link/store-index.ts';
import type { Progress } from '../progress.ts';
import { buildMarts } from '../store/build-marts.ts';
import { commentTables } from '../store/comment-tables.ts';
import { load } from '../store/load.ts';
import type { Model } from '../store/models.ts';
import type { Audience } from './audience.ts';
import { publishTables } from './publish-tables.ts';
import type { Shared } from './share.ts';
import { textOf } from './text-of.ts';

export interface Stored {
  connection: DuckDBConnection;
  /** What the database holds to be published. */
  models: Model[];
  close(): void;
}

/**
 * Writes the database `file` of a run: rows, marts and the index of look-alikes; for the public nothing but its own
 * tables, in a file that never held anything else. `index` is that of the full texts.
 */
export async function store(
  shared: Shared,
  audience: Audience,
  index: DocumentIndex,
  file: string,
  progress: Progress,
): Promise<Stored> {
  const main = await open(audience === 'public' ? ':memory:' : file);
  await load(main.connection, shared.tables, progress);
  const models = await buildMarts(main.connection, progress);
  if (audience === 'internal') await storeIndex(main.connection, index);
  if (audience === 'leadership') await storeIndex(main.connection, indexAnew(shared, progress));
  if (audience !== 'public') {
    await commentTables(main.connection, models);
    return { ...main, models };
  }
  const published = await open(file);
  const own = await publishTables(main.connection, published.connection, shared, progress);
  await commentTables(published.connection, own, []);
  main.close();
  return { ...published, models: own };
}

/** The index is made of the words of texts: that of the full texts knows what is hidden. */
function indexAnew({ tables }: Shared, progress: Progress): DocumentIndex {
  const documents = (tables.proposals ?? []).map((row) => ({
    id: textOf(row, 'proposal_id') ?? '',
    title: textOf(row, 'title') ?? '',
    text: textOf(row, 'text'),
  }));
  return indexDocuments(documents, progress);
}

async function open(file: string) {
  const database = await DuckDBInstance.create(file, { memory_limit: '4GB' });
  const connection = await database.connect();
  const close = () => {
    connection.closeSync();
    database.closeSync();
  };
  return { connection, close };
}
