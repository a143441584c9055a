import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import type { Document } from './features.ts';

/** Turns documents into sentence vectors of length 1, in their order. */
export type Embed = (documents: readonly Document[]) => Promise<Float32Array[]>;

/** As much as such models read: 512 tokens. */
const MAX_TEXT = 600;
const BATCH = 16;

const poolingFile = z.looseObject({ pooling_mode_cls_token: z.boolean().optional() });

/**
 * The sentence-vector model in `folder` (config.json, tokenizer.json, onnx/model.onnx or model_quantized.onnx), run on
 * this machine by the optional package @huggingface/transformers. Nothing is ever downloaded. Throws InputError when the
 * package or the files are missing.
 */
export async function loadEmbedder(folder: string): Promise<Embed> {
  const quantized = existsSync(join(folder, 'onnx', 'model_quantized.onnx'));
  const isModel = ['config.json', 'tokenizer.json'].every((name) => existsSync(join(folder, name)));
  if (!isModel || !(quantized || existsSync(join(folder, 'onnx', 'model.onnx')))) {
    const what = '不是句向量模型文件夹，里面应有 config.json、tokenizer.json 和 onnx/model.onnx';
    throw new InputError(folder, what, '请按 README“句向量”一节在能联网的电脑上下载后拷来');
  }
  // A variable, because the package is optional: half a gigabyte that most offices do not need.
  const name = '@huggingface/transformers';
  const { pipeline, env } = await import(name).catch(() => {
    throw new InputError(
      folder,
      '使用句向量需要另装软件包 @huggingface/transformers',
      '请执行 npm i @huggingface/transformers，或去掉 embedding 设置',
    );
  });
  env.allowRemoteModels = false;
  env.localModelPath = `${dirname(resolve(folder))}/`;
  const dtype = quantized ? 'q8' : 'fp32';
  const extract = await pipeline('feature-extraction', basename(resolve(folder)), { dtype }).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
      throw new InputError(folder, `句向量模型无法打开（${reason}）`, '请重新下载或换一个模型');
    },
  );
  const options = { pooling: poolingOf(folder), normalize: true };
  return async (documents) => {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < documents.length; from += BATCH) {
      const texts = documents
        .slice(from, from + BATCH)
        .map(({ title, text }) => `${title}\n${text}`.slice(0, MAX_TEXT));
      const { data, dims } = await extract(texts, options);
      const size: number = dims[1];
      for (let i = 0; i < texts.length; i++)
        vectors.push(Float32Array.from(data.subarray(i * size, (i + 1) * size)));
    }
    return vectors;
  };
}

/** How the model's words become one vector, as sentence-transformers writes it down; the mean where it does not. */
function poolingOf(folder: string): 'cls' | 'mean' {
  const file = join(folder, '1_Pooling', 'config.json');
  if (!existsSync(file)) return 'mean';
  const parsed = poolingFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success && parsed.data.pooling_mode_cls_token === true ? 'cls' : 'mean';
}
