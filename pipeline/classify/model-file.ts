import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { explainSystemError, InputError } from '../errors.ts';
import type { LearnedModel } from './learned.ts';
import { strideOf } from './linear.ts';
import { vocabulary } from './vectorize.ts';

/** Changes whenever features or numbers are made another way: an older file would score nonsense. */
const VERSION = 2;

const schema = z.strictObject({
  format: z.literal('jianyan-model'),
  version: z.literal(VERSION),
  target: z.string(),
  labels: z.array(z.string()).min(2),
  words: z.number(),
  embedding: z
    .strictObject({ share: z.number(), dimensions: z.int(), weights: z.string(), bias: z.array(z.number()) })
    .nullable(),
  calibration: z.strictObject({
    kind: z.enum(['single', 'several']),
    slope: z.number(),
    shift: z.number(),
  }),
  thresholds: z.array(z.strictObject({ precision: z.number(), score: z.number(), coverage: z.number() })),
  bias: z.array(z.number()),
  examples: z.array(z.tuple([z.string(), z.string()])),
  /** Base64 of little-endian arrays: bits, Uint32 hashes, Float32 idf, Float32 scale of each row, Int8 weights. */
  beginnings: z.string(),
  hashes: z.string(),
  idf: z.string(),
  scales: z.string(),
  weights: z.string(),
  /** SHA-256 of all before it: a weight that was changed on the way would otherwise only give wrong answers. */
  checksum: z.string(),
});

/** Writes a model; the same model gives the same bytes. Weights are rounded to 1/127 of the largest of their feature. */
export function writeModel(model: LearnedModel, file: string): void {
  try {
    writeFileSync(file, serializeModel(model));
  } catch (error) {
    throw explainSystemError(error, file);
  }
}

export function serializeModel({
  target,
  linear,
  words,
  embedding,
  calibration,
  thresholds,
  examples,
}: LearnedModel): string {
  const k = linear.labels.length;
  const rows = linear.vocabulary.hashes.length;
  const scales = new Float32Array(rows);
  const weights = new Int8Array(rows * k);
  for (let id = 0; id < rows; id++) {
    let most = 0;
    for (let label = 0; label < k; label++)
      most = Math.max(most, Math.abs(linear.weights[id * linear.stride + label] ?? 0));
    scales[id] = most / 127;
    if (most === 0) continue;
    for (let label = 0; label < k; label++) {
      weights[id * k + label] = Math.round(((linear.weights[id * linear.stride + label] ?? 0) / most) * 127);
    }
  }
  const file: Omit<z.infer<typeof schema>, 'checksum'> = {
    format: 'jianyan-model',
    version: VERSION,
    target,
    labels: linear.labels,
    words,
    embedding: embedding && {
      share: embedding.share,
      dimensions: embedding.dimensions,
      weights: base64(embedding.weights),
      bias: [...embedding.bias],
    },
    calibration,
    thresholds,
    bias: [...linear.bias],
    examples: examples.map((e) => [e.title, e.label]),
    beginnings: base64(linear.vocabulary.beginnings),
    hashes: base64(linear.vocabulary.hashes),
    idf: base64(linear.vocabulary.idf),
    scales: base64(scales),
    weights: base64(weights),
  };
  const content = JSON.stringify(file);
  return `${content.slice(0, -1)}${CHECKSUM}${sha256(content)}"}\n`;
}

/** Reads a model. Throws InputError when the file is missing, cut off, of another version, or no model. */
export function readModel(path: string): LearnedModel {
  try {
    return parseModel(readFileSync(path, 'utf8'), basename(path));
  } catch (error) {
    throw explainSystemError(error, path);
  }
}

export function parseModel(text: string, name: string): LearnedModel {
  const parsed = schema.safeParse(parseJson(text, name));
  if (!parsed.success) {
    const isOther = parsed.error.issues.some((issue) => issue.path[0] === 'version');
    const isModel = !parsed.error.issues.some((issue) => issue.path[0] === 'format');
    throw isModel && isOther
      ? new InputError(name, '模型是另一个版本的建言训练的', '请用 jianyan train 重新训练')
      : notAModel(name);
  }
  const file = parsed.data;
  const content = `${text.slice(0, text.lastIndexOf(CHECKSUM))}}`;
  if (sha256(content) !== file.checksum) throw notAModel(name);
  const hashes = new Uint32Array(numbers(file.hashes, name));
  const idf = new Float32Array(numbers(file.idf, name));
  const scales = new Float32Array(numbers(file.scales, name));
  const rounded = new Int8Array(bytes(file.weights));
  const k = file.labels.length;
  if (
    idf.length !== hashes.length ||
    scales.length !== hashes.length ||
    rounded.length !== hashes.length * k ||
    file.bias.length !== k
  ) {
    throw notAModel(name);
  }
  const stride = strideOf(k);
  const weights = new Float32Array(hashes.length * stride);
  for (const [i, w] of rounded.entries()) {
    const id = Math.floor(i / k);
    weights[id * stride + (i % k)] = w * (scales[id] ?? 0);
  }
  return {
    target: file.target,
    linear: {
      labels: file.labels,
      vocabulary: vocabulary(hashes, idf, new Uint8Array(bytes(file.beginnings))),
      weights,
      stride,
      bias: Float32Array.from(file.bias),
    },
    words: file.words,
    embedding: file.embedding && {
      share: file.embedding.share,
      dimensions: file.embedding.dimensions,
      weights: new Float32Array(numbers(file.embedding.weights, name)),
      bias: Float32Array.from(file.embedding.bias),
    },
    calibration: file.calibration,
    thresholds: file.thresholds,
    examples: file.examples.map(([title, label]) => ({ title, label })),
  };
}

const CHECKSUM = ',"checksum":"';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notAModel(name);
  }
}

function notAModel(name: string): InputError {
  return new InputError(
    name,
    '不是完整的建言模型文件',
    '请用 jianyan train 重新训练，或检查文件是否传输完整',
  );
}

function base64(array: Uint8Array | Uint32Array | Float32Array | Int8Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
}

/** Bytes of an array of 32-bit numbers. */
function numbers(text: string, name: string): ArrayBuffer {
  const read = bytes(text);
  if (read.byteLength % 4 !== 0) throw notAModel(name);
  return read;
}

function bytes(text: string): ArrayBuffer {
  const buffer = Buffer.from(text, 'base64');
  const copy = new ArrayBuffer(buffer.length);
  new Uint8Array(copy).set(buffer);
  return copy;
}
