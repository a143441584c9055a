import type { Body } from '../rows.ts';

/** A proposal number taken apart: 政协〔2024〕12号 → { number: '12', year: 2024, body: '政协' }. */
export interface ParsedNumber {
  number: string | null;
  year: number | null;
  body: Body | null;
}

/**
 * The number of a proposal as written in a ledger cell or at the head of a document. 第0123号 → 123; a prefix
 * or suffix that is not a body, a year or 第…号 stays part of the number (A12, 5-12).
 */
export function parseNumber(cell: unknown): ParsedNumber {
  const nothing = { number: null, year: null, body: null };
  if (typeof cell === 'number') return Number.isFinite(cell) ? { ...nothing, number: String(cell) } : nothing;
  if (typeof cell !== 'string') return nothing;
  const text = cell.normalize('NFKC').replace(/\s+/g, '');
  const year = /[〔[(【](\d{4})[〕\])】]|^(\d{4})年/.exec(text);
  const rest = text
    .replace(/[〔[(【]\d{4}[〕\])】]年?|^\d{4}年/, '')
    .replace(/^.*?第(?=\d)/, '')
    .replace(/^(?:市|县|区|省)?(?:政协|人大)?(?:提案|建议|议案|案)?(?:字)?(?:no\.?)?(?=[\dA-Za-z])/i, '')
    .replace(/号(?:提案|建议|议案|案)?$/, '')
    .replace(/^0+(?=\d)/, '');
  return {
    number: rest === '' ? null : rest,
    year: year ? Number(year[1] ?? year[2]) : null,
    body: bodyOf(text),
  };
}

/** 政协 or 人大 as far as a name, title row or document says it unmistakably. */
export function bodyOf(text: string): Body | null {
  if (/议会|议员/.test(text)) return null;
  const cppcc = /政协|提案/.test(text);
  const npc = /人大|代表建议|议案|代表团/.test(text);
  if (cppcc === npc) return null;
  return cppcc ? '政协' : '人大';
}

/** The one year that a file name or title row states, or null when it states none or several. */
export function yearOf(text: string): number | null {
  const years = new Set(text.normalize('NFKC').match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []);
  return years.size === 1 ? Number([...years][0]) : null;
}
