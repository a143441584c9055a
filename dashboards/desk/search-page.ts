import type { SearchAnswer } from '../../pipeline/serve/schemas.ts';
import { h } from '../dom.ts';
import { go, openItem } from './actions.ts';
import { api } from './api.ts';
import { caseFacts, caseReplies, outcomeOf } from './case-facts.ts';
import { paint } from './paint.ts';
import { state } from './state.ts';
import { attempt, mount } from './view.ts';

let typed = '';

/** Search over all proposals of the run: results on the left, the case on the right. */
export function showSearch(main: HTMLElement, proposals: number | null): void {
  const input = document.createElement('input');
  input.type = 'search';
  input.id = 'search';
  input.value = typed;
  input.placeholder = '标题、正文、单位、提案人里的词，空格隔开';
  input.setAttribute('aria-label', '检索历年案件');
  const count = h('p', { class: 'hint', role: 'status' });
  const list = h('ul', { id: 'hits', 'aria-label': '检索结果' });
  const view = h('article', { id: 'hit', tabindex: '0', 'aria-label': '案件' });
  const idle =
    proposals === null
      ? '还没有运行结果：请先执行 jianyan run'
      : `共 ${proposals.toLocaleString('en')} 件历年案件`;
  const search = async () => {
    typed = input.value;
    const answer = typed.trim() === '' ? null : await api.search(typed);
    // Meanwhile more may have been typed.
    if (typed !== input.value) return;
    count.textContent = answer ? shown(answer) : idle;
    mount(list, ...(answer?.hits ?? []).map((hit) => row(hit, view)));
  };
  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void attempt(search), 150);
  });
  main.replaceChildren(h('aside', { id: 'left' }, input, count, list), view);
  void attempt(search);
  input.focus();
}

function shown({ total, hits }: SearchAnswer): string {
  return total > hits.length ? `找到 ${total} 件，列出前 ${hits.length} 件` : `找到 ${total} 件`;
}

function row(hit: SearchAnswer['hits'][number], view: HTMLElement): HTMLElement {
  const open = h(
    'button',
    { id: `hit-${hit.proposal_id}`, click: () => void attempt(() => showCase(hit.proposal_id, view)) },
    h('span', { class: 'title' }, ...highlighted(hit.title)),
    h('span', { class: 'meta' }, `${hit.proposal_id} · ${hit.departments ?? '未写主办'} · ${outcomeOf(hit)}`),
  );
  return h('li', {}, open);
}

async function showCase(id: string, view: HTMLElement): Promise<void> {
  const found = await api.proposalCase(id);
  const judge = () => {
    state.source = 'run';
    state.current = id;
    go('queue');
    void openItem(id);
  };
  mount(
    view,
    h('h2', {}, ...highlighted(found.title)),
    h('p', { class: 'about' }, found.proposal_id, h('button', { class: 'link', click: judge }, '判断这件')),
    caseFacts(found),
    h('div', { class: 'text' }, ...highlighted(found.text ?? '（台账没有正文）')),
    ...caseReplies(found),
  );
  view.scrollTop = 0;
}

function highlighted(text: string): Node[] {
  const terms = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const lower = text.toLowerCase();
  const stretches = terms.flatMap((term) => {
    const at: { start: number; end: number; look: string }[] = [];
    for (let i = lower.indexOf(term); i >= 0 && at.length < 50; i = lower.indexOf(term, i + term.length))
      at.push({ start: i, end: i + term.length, look: 'same' });
    return at;
  });
  return paint(text, stretches);
}
