import { InputError } from '../errors.ts';
import { isDoubt } from './find-doubts.ts';
import { referTo } from './refer.ts';
import {
  type Decision,
  isNamedByHand,
  issueId,
  issueNumber,
  nextNumber,
  type Reference,
  type RegisteredIssue,
  type Registry,
} from './registry.ts';
import { finalIssue, rulesOf, standing } from './rules.ts';
import { settle } from './settle.ts';

/** What a person wants. `targets` and `proposals` are ids as typed; a merge takes issues and proposals. */
export type Wish =
  | { action: '并案'; targets: string[] }
  | { action: '拆开'; issue: string; proposals: string[] }
  | { action: '改名'; issue: string; name: string }
  | { action: '无误'; issue: string }
  | { action: '撤销'; number: number };

export interface Desk {
  person: string;
  /** 2024-12-31 14:05 */
  now: string;
  note: string;
  /** Title and year of a proposal that belongs to no issue yet; null when there is none of this id. */
  find: (proposal_id: string) => { title: string; year: number | null } | null;
}

/**
 * Adds a person's decision to the registry and settles it anew. Returns the new registry; its last decision is the
 * new one. Throws InputError when the decision makes no sense as things stand.
 */
export function decide(registry: Registry, wish: Wish, desk: Desk): Registry {
  const decision: Decision = {
    number: Math.max(0, ...registry.decisions.map((d) => d.number)) + 1,
    decided_at: desk.now,
    person: desk.person,
    action: wish.action,
    issue: '',
    others: [],
    proposals: [],
    name: '',
    name_before: '',
    note: desk.note,
    ...details(registry, wish, desk),
  };
  const decided = rename({ ...registry, decisions: [...registry.decisions, decision] }, decision);
  const members = [...decided.members];
  for (const { proposal_id, title } of decision.proposals) {
    if (members.some((m) => m.proposal_id === proposal_id)) continue;
    const year = desk.find(proposal_id)?.year ?? null;
    members.push({ proposal_id, title, year, machine_issue: null, issue: null, present: true });
  }
  return keepDoubts(registry, settle({ ...decided, members }, rulesOf(decided.decisions, referTo(members))));
}

/** The machine's questions stay until the next run, but for the issues that the decision was about. */
function keepDoubts(before: Registry, after: Registry): Registry {
  const decision = after.decisions.at(-1);
  const asked = new Map(before.issues.map((i) => [i.issue, i.status]));
  const issues = after.issues.map((i) => {
    const status = asked.get(i.issue) ?? '';
    const isAbout = i.issue === decision?.issue || decision?.others.includes(i.issue);
    return i.status === '' && isDoubt(status) && !isAbout ? { ...i, status } : i;
  });
  return { ...after, issues };
}

function details(registry: Registry, wish: Wish, desk: Desk): Partial<Decision> {
  if (wish.action === '并案') return merge(registry, wish.targets, desk);
  if (wish.action === '拆开') return split(registry, wish.issue, wish.proposals);
  if (wish.action === '改名') {
    const issue = issueIn(registry, wish.issue);
    const name = wish.name.replace(/\s+/g, ' ').trim();
    if (name === '') throw new InputError('改名', '没有写新的名称', '请写成：改名 YT-0001 新名称');
    return { issue: issue.issue, name, name_before: isNamedByHand(issue) ? issue.name : '' };
  }
  if (wish.action === '无误') return confirm(registry, wish.issue);
  const target = standing(registry.decisions).find((d) => d.number === wish.number);
  if (!target) {
    throw new InputError('撤销', `没有第 ${wish.number} 条决定，或它已经撤销`, '请先查看决定记录');
  }
  return { others: [String(wish.number)] };
}

/** The first target stays: an issue, or the issue of a proposal, or a new one when no target has any. */
function merge(registry: Registry, targets: readonly string[], desk: Desk): Partial<Decision> {
  if (new Set(targets).size < 2) {
    throw new InputError(
      '并案',
      '至少要写两个不同的议题或案件',
      '请写成：并案 YT-0001 YT-0002 或 并案 YT-0001 政协-2024-12',
    );
  }
  const issues = targets.filter((t) => issueNumber(t) !== null).map((t) => issueIn(registry, t).issue);
  const proposals = targets.filter((t) => issueNumber(t) === null).map((t) => proposalIn(registry, t, desk));
  const homes = new Set(proposals.flatMap((p) => homeOf(registry, p) ?? []));
  if (issues.length === 0 && homes.size > 1) {
    const two = [...homes].sort().join(' ');
    throw new InputError('并案', `这些案件已分属议题 ${two}`, `要合并议题，请写：并案 ${two}`);
  }
  const issue = issues[0] ?? [...homes][0] ?? issueId(nextNumber(registry));
  const joining = proposals.filter((p) => homeOf(registry, p) !== issue);
  const others = [...new Set(issues)].slice(1);
  if (others.length === 0 && joining.length === 0) {
    throw new InputError('并案', `它们本来就同在 ${issue}`, '不需要并案');
  }
  return { issue, others, proposals: joining };
}

/** One proposal leaves and stands alone; several leave as a new issue of their own. */
function split(registry: Registry, id: string, proposals: readonly string[]): Partial<Decision> {
  const { issue } = issueIn(registry, id);
  const members = registry.members.filter((m) => m.issue === issue);
  const leaving = [...new Set(proposals)].map((p) => {
    const member = members.find((m) => m.proposal_id === p);
    if (!member) throw new InputError('拆开', `${p} 不在议题 ${issue} 中`, `请先查看：看 ${issue}`);
    return { proposal_id: p, title: member.title };
  });
  if (leaving.length === 0)
    throw new InputError('拆开', '没有写要拆出的案件', '请写成：拆开 YT-0001 政协-2024-12');
  if (leaving.length === members.length) {
    throw new InputError('拆开', '不能把全部案件都拆出去', '请至少留下一件');
  }
  return { issue, others: leaving.length > 1 ? [issueId(nextNumber(registry))] : [], proposals: leaving };
}

/** The machine's question is answered: the issue is one matter, and not one with the issues that it was likened to. */
function confirm(registry: Registry, id: string): Partial<Decision> {
  const { issue, status } = issueIn(registry, id);
  if (!isDoubt(status)) throw new InputError(id, '没有要核对的', '请先查看：核对');
  return { issue, others: status.match(/YT-\d+/g) ?? [] };
}

/** The issue of this id as it stands. Throws InputError when it is unknown or was merged into another. */
function issueIn(registry: Registry, id: string): RegisteredIssue {
  const issue = registry.issues.find((i) => i.issue === id);
  if (!issue) throw new InputError(id, '没有这个议题', '请核对编号，或先运行一次 jianyan run');
  const into = finalIssue(
    rulesOf(registry.decisions, (p) => p.proposal_id),
    id,
  );
  if (into !== id) throw new InputError(id, `已并入 ${into}`, `请改用 ${into}`);
  return issue;
}

function proposalIn(registry: Registry, id: string, desk: Desk): Reference {
  const found = registry.members.find((m) => m.proposal_id === id) ?? desk.find(id);
  if (!found) throw new InputError(id, '没有这件提案或建议', '请核对案件标识，或先运行一次 jianyan run');
  return { proposal_id: id, title: found.title };
}

function homeOf(registry: Registry, { proposal_id }: Reference): string | null {
  return registry.members.find((m) => m.proposal_id === proposal_id)?.issue ?? null;
}

/** Names live in issues.csv, where staff also edit them by hand: an undone name goes only while it still stands. */
function rename(registry: Registry, { action, issue, name, others }: Decision): Registry {
  if (action === '改名') return withName(registry, issue, name);
  const undone = registry.decisions.find((d) => action === '撤销' && String(d.number) === others[0]);
  if (undone?.action !== '改名') return registry;
  const stands = registry.issues.some((i) => i.issue === undone.issue && i.name === undone.name);
  return stands ? withName(registry, undone.issue, undone.name_before) : registry;
}

function withName(registry: Registry, issue: string, name: string): Registry {
  return { ...registry, issues: registry.issues.map((i) => (i.issue === issue ? { ...i, name } : i)) };
}
