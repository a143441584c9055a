import { chooseCandidate, go, move, save, setGroup } from './actions.ts';
import { openCompare } from './compare.ts';
import { openHelp } from './help.ts';
import { openPaste } from './paste.ts';
import { openPicker } from './picker.ts';
import { state } from './state.ts';

/** Keys of the whole page; not while somebody types, and not in a dialog, which has its own. */
export function watchKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (document.querySelector('dialog[open]')) return;
    const { target } = event;
    const isTyping = target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (isTyping && event.key === 'Escape') target.blur();
    if (isTyping || (event.key === 'Enter' && takesEnter(target))) return;
    if (act(event.key)) event.preventDefault();
  });
}

/** A button or link with the focus is pressed by Enter; a candidate that is chosen and a tab that is open are not. */
function takesEnter(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || !/^(BUTTON|A|LABEL)$/.test(target.tagName)) return false;
  return target.getAttribute('role') !== 'radio' && target.getAttribute('aria-selected') !== 'true';
}

function act(key: string): boolean {
  if (key === '?') openHelp();
  else if (key === '/') go('search');
  else if (state.tab !== 'queue') return false;
  else if (key === 'j' || key === 'ArrowDown') move(1);
  else if (key === 'k' || key === 'ArrowUp') move(-1);
  else if (key === 'ArrowLeft' || key === 'ArrowRight') setGroup(state.group === 'lead' ? 'topic' : 'lead');
  else if (/^[1-5]$/.test(key)) chooseCandidate(state.group, Number(key) - 1);
  else if (key === 'Enter') void save();
  else if (key === 'e') openPicker(state.group);
  else if (key === 's') openCompare(0);
  else if (key === 'p') openPaste();
  else return false;
  return true;
}
