import type { Change } from './changes.ts';
import { showDecision } from './decision-panel.ts';
import { showProposal } from './proposal-view.ts';
import { showQueue } from './queue-list.ts';
import { showShell } from './shell.ts';
import { showSimilar } from './similar-strip.ts';
import { state } from './state.ts';

/** Shows the state again, as far as it has changed. */
export function render(change: Change): void {
  showShell(change === 'tab');
  const element = (id: string) => document.getElementById(id);
  const [queue, proposal, decision, similar] = ['waiting', 'proposal', 'decision', 'similar'].map(element);
  if (!queue || !proposal || !decision || !similar) return;
  decision.classList.toggle('loading', state.detail?.item.id !== state.current);
  if (change !== 'decision') showQueue(queue);
  if (change === 'queue') return;
  showDecision(decision);
  if (change === 'decision') return;
  showProposal(proposal);
  showSimilar(similar);
}
