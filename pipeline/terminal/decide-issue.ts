import { decide, type Wish } from '../track/decide.ts';
import { writeRegistry } from '../track/write-registry.ts';
import { issueScreen, tell } from './screens.ts';
import { openRegistry, type Session } from './session.ts';

/**
 * Carries out a decision about issues and returns what it changed. The registry is read anew each time, so that what
 * others wrote meanwhile counts. Throws InputError when the decision makes no sense, or cannot be written.
 */
export async function decideIssue({ folder, facts, ...session }: Session, wish: Wish): Promise<string> {
  const find = (id: string) => facts?.proposals.get(id) ?? null;
  const after = decide(openRegistry(folder), wish, { ...session, now: session.now(), find });
  await writeRegistry(after);
  const decision = after.decisions.at(-1);
  if (!decision) throw new Error('no decision was made');
  const isUndo = decision.action === '撤销';
  const undone = after.decisions.filter((d) => isUndo && String(d.number) === decision.others[0]);
  const touched = new Set([decision, ...undone].flatMap((d) => [d.issue, ...d.others]));
  const screens = after.issues
    .filter((i) => touched.has(i.issue))
    .map((i) => issueScreen(after, i.issue, facts));
  const undo = isUndo ? '' : `；撤销 ${decision.number} 可以恢复`;
  return `第 ${decision.number} 条决定：${tell(decision)}${undo}。看板和表格在下次运行时更新\n${screens.join('')}`;
}
