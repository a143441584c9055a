import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

/**
 * A page of one file: its code and style inside, no request of any kind. `parts` are script elements that hold data and
 * are no program, so that no text in them can end them early (dataElement, jsonElement).
 */
export function renderPage(title: string, parts: readonly string[]): string {
  const built = join(ROOT, 'dist', 'dashboards');
  const read = (name: string) => readFileSync(join(built, name), 'utf8');
  const fill: Record<string, string> = {
    title: escapeHtml(title),
    style: `<style>${read('app.css')}</style>`,
    data: parts.join('\n'),
    code: `<script>${read('app.js').replace(/<\/script/gi, '<\\/script')}</script>`,
  };
  return read('index.html').replace(/<!--(title|style|data|code)-->/g, (_, key: string) => fill[key] ?? '');
}

export function jsonElement(id: string, value: unknown): string {
  const json = JSON.stringify(value).replace(/</g, '\\u003c');
  return `<script type="application/json" id="${id}">${json}</script>`;
}

export function dataElement(id: string, type: string, bytes: Uint8Array): string {
  return `<script type="${type}" id="${id}">${Buffer.from(bytes).toString('base64')}</script>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
