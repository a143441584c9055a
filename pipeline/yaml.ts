import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { explainSystemError, InputError } from './errors.ts';

z.config(z.locales.zhCN());

/**
 * Reads a YAML file that staff may edit and checks it against `schema`. All mistakes are reported at once,
 * each with its line, as one InputError: syntax, doubled keys, wrong types, unknown keys.
 */
export function readYaml<T>(file: string, schema: z.ZodType<T>, shownAs = file): T {
  let source: string;
  try {
    source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw explainSystemError(error, shownAs);
  }
  return parseYaml(source, schema, shownAs);
}

/** The same for text already in memory; `shownAs` names it in messages. */
export function parseYaml<T>(source: string, schema: z.ZodType<T>, shownAs: string): T {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw mistakes(
      shownAs,
      document.errors.map((e) => ({ line: lines.linePos(e.pos[0]).line, says: syntaxMistake(e.code) })),
    );
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  throw mistakes(
    shownAs,
    parsed.error.issues.map((issue) => {
      const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
      const path = key === undefined ? issue.path : [...issue.path, key];
      const node = nearestNode(document, path);
      return {
        line: node ? lines.linePos(node).line : 1,
        says: `${path.join('.') || '整个文件'} ${issue.message}`,
      };
    }),
  );
}

function mistakes(shownAs: string, found: { line: number; says: string }[]): InputError {
  const sorted = found.sort((a, b) => a.line - b.line);
  const list = sorted.map((m) => `\n  第 ${m.line} 行：${m.says}`).join('');
  return new InputError(shownAs, `有 ${found.length} 处填写错误${list}\n`, '请按行号改正后重试');
}

function syntaxMistake(code: string): string {
  if (code === 'DUPLICATE_KEY') return '同一层里有重复的键';
  if (code === 'TAB_AS_INDENT') return '缩进用了制表符，请改成空格';
  if (code === 'BAD_INDENT') return '缩进没有对齐';
  return `不符合 YAML 格式（${code}），请检查冒号后的空格、引号和缩进`;
}

function nearestNode(document: ReturnType<typeof parseDocument>, path: PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (typeof parent === 'object' && parent !== null && 'items' in parent && Array.isArray(parent.items)) {
      for (const item of parent.items) {
        if (isPair(item) && String(item.key) === String(key)) return item.key.range?.[0];
      }
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

function isPair(item: unknown): item is { key: { range?: [number, number, number]; toString(): string } } {
  return typeof item === 'object' && item !== null && 'key' in item && isNode(item.key);
}
