import type { SimilarCase } from '../../pipeline/serve/schemas.ts';
import { h } from '../dom.ts';
import { caseFacts, caseReplies, nameOf, RELATION_WORDS } from './case-facts.ts';
import { paint, passages } from './paint.ts';
import { state } from './state.ts';
import { openDialog, percent } from './view.ts';

/** The new text and an earlier one beside each other, what stands in both marked. ← and → go through the cases. */
export function openCompare(index: number): void {
  const { detail } = state;
  const found = detail?.similar[index];
  if (!detail || !found) return;
  const count = detail.similar.length;
  const title = `并排看：${RELATION_WORDS[found.relation]} ${percent(found.score)}（${index + 1}/${count}）`;
  const dialog = openDialog(
    title,
    'compare',
    h(
      'div',
      { class: 'sides' },
      side('本件', detail.tagged.title, detail.tagged.text, found.passages.here),
      earlier(found),
    ),
  );
  dialog.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || !detail.similar[index + step]) return;
    dialog.close();
    openCompare(index + step);
  });
}

function side(name: string, title: string, text: string | null, ranges: [number, number][]): HTMLElement {
  return h(
    'article',
    { tabindex: '0', 'aria-label': name },
    h('p', { class: 'about' }, name),
    h('h3', {}, title),
    h('div', { class: 'text' }, ...paint(text ?? '（没有正文）', passages(ranges))),
  );
}

function earlier(found: SimilarCase): HTMLElement {
  const article = side(nameOf(found), found.title, found.text, found.passages.there);
  article.querySelector('h3')?.after(caseFacts(found));
  article.append(...caseReplies(found));
  return article;
}
