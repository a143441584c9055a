import { findPrivate, type Private } from './find-private.ts';

/** What is hidden besides what the rules find. */
export interface Hidden {
  /** Where a person's name stands. */
  names: (text: string) => { start: number; end: number }[];
  /** Where words of `hide` in jianyan.yaml stand. */
  words: (text: string) => { start: number; end: number }[];
}

/** A text that can be shown, and what was taken out of it. */
export interface Redacted {
  text: string;
  found: (Private & { value: string })[];
}

/** Replaces private data by marks that say what was there: 请拨 13800138000 → 请拨 ［手机号已隐去］. Idempotent. */
export function redact(text: string, { names, words }: Hidden): Redacted {
  const spans = [
    ...findPrivate(text),
    ...words(text).map((span) => ({ kind: '内容', ...span })),
    ...names(text).map((span) => ({ kind: '姓名', ...span })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  if (spans.length === 0) return { text, found: [] };
  const found: Redacted['found'] = [];
  let shown = '';
  let at = 0;
  for (const span of spans) {
    if (span.end <= at) continue;
    const start = Math.max(span.start, at);
    shown += `${text.slice(at, start)}${mark(span.kind)}`;
    found.push({ ...span, start, value: text.slice(start, span.end) });
    at = span.end;
  }
  return { text: shown + text.slice(at), found };
}

/** ［手机号已隐去］ */
export function mark(kind: string): string {
  return `［${kind}已隐去］`;
}
