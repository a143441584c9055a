import { h } from '../dom.ts';
import { pick } from './actions.ts';
import { type Option, state, type Target } from './state.ts';
import { mount, openDialog } from './view.ts';

const NAMES: Record<Target, string> = { lead: '主办单位', co: '会办单位', topic: '主题' };
const SHOWN = 9;

/** A search box over departments and topics: type, ↑↓, Enter; Tab changes what is looked for. */
export function openPicker(start: Target): void {
  let target = start;
  let active = 0;
  const input = document.createElement('input');
  input.type = 'search';
  input.id = 'picker-search';
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-controls', 'picker-options');
  input.setAttribute('aria-expanded', 'true');
  input.setAttribute('aria-label', '查找');
  const kinds = h('div', { class: 'segments' });
  const list = h('ul', { id: 'picker-options', role: 'listbox', 'aria-label': '候选' });
  const dialog = openDialog('查找改正', 'picker', kinds, input, list);
  const options = () => matching(target, input.value.trim());
  const take = (option: Option | undefined) => {
    if (!option) return;
    dialog.close();
    pick(option);
  };
  const render = () => {
    const found = options();
    active = Math.max(0, Math.min(active, found.length - 1));
    input.placeholder = `输入${NAMES[target]}名称里的字`;
    input.setAttribute('aria-activedescendant', `option-${active}`);
    mount(kinds, ...(['lead', 'co', 'topic'] as const).map(kindButton));
    mount(list, ...found.map((option, i) => optionRow(option, i, i === active, () => take(option))));
  };
  const kindButton = (kind: Target) =>
    h(
      'button',
      {
        'aria-pressed': String(kind === target),
        tabindex: '-1',
        click: () => {
          target = kind;
          render();
          input.focus();
        },
      },
      NAMES[kind],
    );
  input.addEventListener('input', () => {
    active = 0;
    render();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const kinds: Target[] = ['lead', 'co', 'topic'];
    if (event.key === 'ArrowDown') active += 1;
    else if (event.key === 'ArrowUp') active -= 1;
    else if (event.key === 'Tab') target = kinds[(kinds.indexOf(target) + 1) % kinds.length] ?? target;
    else if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.key === 'Enter') take(options()[active]);
    else render();
  });
  render();
  input.focus();
}

function optionRow(option: Option, index: number, isActive: boolean, click: () => void): HTMLElement {
  return h(
    'li',
    { id: `option-${index}`, role: 'option', 'aria-selected': String(isActive), click },
    option.subtopic ? `${option.name} / ${option.subtopic.name}` : option.name,
    isListed(option) ? null : h('span', { class: 'hint' }, ' 名录里没有，按输入的名称'),
  );
}

/** Names that contain what was typed; a department that nobody lists may be typed in full. */
function matching(target: Target, typed: string): Option[] {
  const all = target === 'topic' ? topicOptions() : departmentOptions(target);
  const hits = all.filter(({ name, subtopic }) => `${name} ${subtopic?.name ?? ''}`.includes(typed));
  const own = { target, name: typed, id: null, subtopic: null };
  const isNew = target !== 'topic' && typed.length >= 3 && !hits.some((hit) => hit.name === typed);
  return [...hits.slice(0, isNew ? SHOWN - 1 : SHOWN), ...(isNew ? [own] : [])];
}

function isListed({ target, name }: Option): boolean {
  return target === 'topic' || departmentOptions(target).some((option) => option.name === name);
}

function topicOptions(): Option[] {
  return state.topics.flatMap(({ id, name, children }): Option[] => [
    { target: 'topic', name, id, subtopic: null },
    ...children.map((subtopic): Option => ({ target: 'topic', name, id, subtopic })),
  ]);
}

/** The machine's candidates first, then all others. */
function departmentOptions(target: Target): Option[] {
  const first = state.detail?.tagged.departments.map((d) => d.name) ?? [];
  const names = [...new Set([...first, ...state.departments])];
  return names.map((name) => ({ target, name, id: null, subtopic: null }));
}
