import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a sentence-vector model of a few kilobytes: one table of vectors, looked up for each character. The ONNX file
 * is put together by hand (protocol buffers, onnx.proto), so no download and no Python are needed.
 */
export function writeTinyModel(folder: string, characters: string, vectorOf: VectorOf = anyVector): void {
  const vocab = [...SPECIAL, ...new Set([...characters].filter((c) => /\p{Script=Han}/u.test(c)))];
  const vectors = vocab.map(vectorOf);
  const dimensions = vectors[0]?.length ?? 0;
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx', 'model.onnx'), onnx(vectors));
  const write = (name: string, value: object) => writeFileSync(join(folder, name), JSON.stringify(value));
  write('config.json', { model_type: 'bert', hidden_size: dimensions, vocab_size: vocab.length });
  const [pad_token, unk_token, cls_token, sep_token] = SPECIAL;
  const special = { pad_token, unk_token, cls_token, sep_token };
  write('tokenizer_config.json', { tokenizer_class: 'BertTokenizer', model_max_length: 512, ...special });
  write('tokenizer.json', tokenizer(vocab));
}

/** The vector of a character; all of one length. */
export type VectorOf = (token: string) => number[];

const anyVector: VectorOf = (token) =>
  Array.from({ length: 16 }, (_, d) => Math.sin((token.codePointAt(0) ?? 0) * (d + 1)));

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];

function tokenizer(vocab: readonly string[]): object {
  const plain = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
  const single = [
    { SpecialToken: { id: '[CLS]', type_id: 0 } },
    { Sequence: { id: 'A', type_id: 0 } },
    { SpecialToken: { id: '[SEP]', type_id: 0 } },
  ];
  return {
    version: '1.0',
    added_tokens: SPECIAL.map((content, id) => ({ id, content, ...plain })),
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single,
      pair: single,
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocab.map((token, id) => [token, id])),
    },
  };
}

const FLOAT = 1;
const INT64 = 7;

function onnx(vectors: readonly number[][]): Buffer {
  const table = Float32Array.from(vectors.flat());
  const [tokens, dimensions] = [vectors.length, vectors[0]?.length ?? 0];
  const initializer = concat(
    int(1, tokens),
    int(1, dimensions),
    int(2, FLOAT),
    text(8, 'table'),
    bytes(9, Buffer.from(table.buffer)),
  );
  const node = concat(
    text(1, 'table'),
    text(1, 'input_ids'),
    text(2, 'last_hidden_state'),
    text(4, 'Gather'),
  );
  const inputs = ['input_ids', 'attention_mask', 'token_type_ids'];
  const graph = concat(
    bytes(1, node),
    text(2, 'tiny'),
    bytes(5, initializer),
    ...inputs.map((name) => bytes(11, value(name, INT64, ['batch', 'sequence']))),
    bytes(12, value('last_hidden_state', FLOAT, ['batch', 'sequence', 'hidden'])),
  );
  return concat(int(1, 8), bytes(7, graph), bytes(8, concat(text(1, ''), int(2, 13))));
}

function value(name: string, type: number, dimensions: string[]): Buffer {
  const shape = concat(...dimensions.map((dimension) => bytes(1, text(2, dimension))));
  return concat(text(1, name), bytes(2, bytes(1, concat(int(1, type), bytes(2, shape)))));
}

const concat = (...parts: Buffer[]) => Buffer.concat(parts);
const int = (field: number, n: number) => concat(varint(field * 8), varint(n));
const text = (field: number, s: string) => bytes(field, Buffer.from(s));
const bytes = (field: number, body: Buffer) => concat(varint(field * 8 + 2), varint(body.length), body);

function varint(n: number): Buffer {
  const out: number[] = [];
  for (let rest = n; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...out, rest]);
    out.push((rest % 128) | 128);
  }
}
