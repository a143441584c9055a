import {
  Bool,
  Field,
  Float64,
  List,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { Tagging } from '../tag.ts';

const text = (name: string, nullable = false) => new Field(name, new Utf8(), nullable);
const number = (name: string) => new Field(name, new Float64(), false);
const list = (...fields: Field[]) => new List(new Field('item', new Struct(fields), false));

/** The keys of the contract as Arrow types, in their order. */
const TYPES = {
  id: new Utf8(),
  title: new Utf8(),
  topic: new Utf8(),
  topics: list(text('id'), text('name'), number('score')),
  departments: list(text('name'), text('role'), number('score'), text('reason')),
  similar: list(text('proposal_id'), text('relation'), number('score'), text('outcome', true)),
  review: new Bool(),
  why: new List(text('item')),
};
const SCHEMA = new Schema(Object.entries(TYPES).map(([name, type]) => new Field(name, type, true)));

/** Ends an Arrow IPC stream. */
export const ARROW_END = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

/** The beginning of the stream: its schema. */
export function arrowHeader(): Uint8Array {
  return tableToIPC(new Table(SCHEMA), 'stream').subarray(0, -ARROW_END.length);
}

/** Taggings as one record batch of the stream. */
export function arrowBatch(taggings: readonly Tagging[]): Uint8Array {
  const column = <K extends keyof typeof TYPES>(name: K) => {
    const values = taggings.map((t) => t[name]);
    return [name, vectorFromArray(values, TYPES[name])];
  };
  const names = ['id', 'title', 'topic', 'topics', 'departments', 'similar', 'review', 'why'] as const;
  const [batch] = new Table(SCHEMA, Object.fromEntries(names.map(column))).batches;
  const whole = tableToIPC(new Table(SCHEMA, batch ? [batch] : []), 'stream');
  return whole.subarray(arrowHeader().length, -ARROW_END.length);
}
