import { h } from '../../dom.ts';

/** A sentence that the text holds, and what it is marked for. */
export interface Mark {
  evidence: string;
  label: string;
}

/** Characters that are shown before the reader asks for the rest. */
const SHOWN = 3000;

/** Paragraphs of an untrusted text, its marked sentences lit; of a very long one the beginning, the rest on demand. */
export function longText(whole: string, marks: readonly Mark[]): HTMLElement {
  const prose = h('div', { class: 'prose', dir: 'auto' });
  const fill = (shown: string) => prose.replaceChildren(...paragraphs(shown, marks));
  if (whole.length <= SHOWN * 1.2) {
    fill(whole);
    return prose;
  }
  fill(`${whole.slice(0, SHOWN)}……`);
  const more = h('button', { type: 'button', class: 'more', click: () => fill(whole) }, '展开全文');
  prose.append(h('p', { class: 'note' }, `以上为前 ${SHOWN} 字，全文共 ${whole.length} 字。`), more);
  return prose;
}

function paragraphs(shown: string, marks: readonly Mark[]): HTMLElement[] {
  return shown
    .split(/\s*\n\s*/)
    .filter(Boolean)
    .map((paragraph) => h('p', {}, ...lit(paragraph, marks)));
}

function lit(paragraph: string, marks: readonly Mark[]): (Node | string)[] {
  const found = marks
    .map((mark) => ({ ...mark, at: paragraph.indexOf(mark.evidence) }))
    .filter(({ at, evidence }) => at >= 0 && evidence !== '')
    .sort((a, b) => a.at - b.at);
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const { at, evidence, label } of found) {
    const tag = h('span', { class: 'tag quiet' }, label);
    // One sentence may name two obstacles.
    if (at >= end) parts.push(paragraph.slice(end, at), h('mark', {}, evidence), tag);
    else parts.push(tag);
    end = Math.max(end, at + evidence.length);
  }
  return [...parts, paragraph.slice(end)];
}
