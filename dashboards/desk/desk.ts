import './style/style.css';
import { loadQueue } from './actions.ts';
import { api } from './api.ts';
import { changed, whenChanged } from './changes.ts';
import { watchDrops } from './drop.ts';
import { watchKeys } from './keys.ts';
import { render } from './render.ts';
import { openShell } from './shell.ts';
import { state } from './state.ts';

/** How often another tab's or colleague's decisions are looked for. */
const REFRESH_MS = 30_000;

async function start(): Promise<void> {
  openShell(await api.health());
  whenChanged(render);
  changed('tab');
  watchKeys();
  watchDrops();
  await loadQueue();
  document.getElementById('queue')?.focus();
  [state.topics, state.departments] = [(await api.topics()).topics, (await api.departments()).departments];
  const refresh = () => state.tab === 'queue' && document.visibilityState === 'visible' && void loadQueue();
  window.addEventListener('focus', refresh);
  setInterval(refresh, REFRESH_MS);
}

start().catch((error: unknown) => {
  const app = document.getElementById('app');
  if (app) app.textContent = error instanceof Error ? error.message : String(error);
});
