import type { DuckDBConnection } from '@duckdb/node-api';
import { InputError } from '../errors.ts';
import type { DocumentIndex } from './index-documents.ts';
import type { Postings } from './postings.ts';

/** Changes whenever terms or weights are made another way: an index of an older run would find nonsense. */
const VERSION = 1;
/** Largest piece of an array in a row, in bytes. */
const PIECE = 1 << 24;

/**
 * Writes the inverted index of a run's proposals into the schema `lookup`: the arrays of Postings in pieces, as they
 * stand in memory (a lookup then needs no join over millions of rows), and the proposals in their order.
 */
export async function storeIndex(connection: DuckDBConnection, index: DocumentIndex): Promise<void> {
  const { terms, starts, documents } = index.postings;
  const arrays = { slots: terms.slots, starts, documents };
  const appender = await connection.createAppender('arrays', 'lookup');
  for (const [name, array] of Object.entries(arrays)) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let piece = 0; piece === 0 || piece * PIECE < bytes.length; piece++) {
      appender.appendInteger(VERSION);
      appender.appendVarchar(name);
      appender.appendInteger(piece);
      appender.appendBlob(bytes.subarray(piece * PIECE, (piece + 1) * PIECE));
      appender.endRow();
    }
  }
  appender.closeSync();
  const ids = await connection.createAppender('proposals', 'lookup');
  for (const [position, { document }] of index.traits.entries()) {
    ids.appendInteger(position);
    ids.appendVarchar(document.id);
    ids.endRow();
  }
  ids.closeSync();
}

/** The index of a run, and the ids of its proposals by position. Throws InputError when the run has none that fits. */
export async function readIndex(
  connection: DuckDBConnection,
  place: string,
): Promise<{ postings: Postings; ids: string[] }> {
  const found = await connection.runAndReadAll(
    "select table_name from information_schema.tables where table_schema = 'lookup'",
  );
  if (found.currentRowCount < 2) throw noIndex(place);
  const version = await connection.runAndReadAll('select max(version)::integer from lookup.arrays');
  if (version.getRows()[0]?.[0] !== VERSION) throw noIndex(place);
  const [slots, starts, documents] = [
    new Uint32Array(await readArray(connection, 'slots')),
    new Uint32Array(await readArray(connection, 'starts')),
    new Uint32Array(await readArray(connection, 'documents')),
  ];
  const rows = await connection.runAndReadAll('select proposal_id from lookup.proposals order by position');
  const ids = rows.getColumns()[0]?.map(String) ?? [];
  const terms = { slots, mask: slots.length / 2 - 1, size: starts.length - 1 };
  return { postings: { terms, starts, documents, size: ids.length }, ids };
}

async function readArray(connection: DuckDBConnection, name: string): Promise<ArrayBuffer> {
  const reader = await connection.runAndReadAll(
    `select bytes from lookup.arrays where name = '${name}' order by piece`,
  );
  const pieces = (reader.getColumns()[0] ?? []).map(bytesOf);
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}

function bytesOf(value: unknown): Uint8Array {
  if (typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array) {
    return value.bytes;
  }
  throw new Error('lookup.arrays: bytes is no blob');
}

function noIndex(place: string): InputError {
  return new InputError(place, '里面没有可用的相似案件索引，可能是旧版本的结果', '请用 jianyan run 重新运行');
}
