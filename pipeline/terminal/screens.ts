import { displayWidth, padEnd } from '../text/width.ts';
import { isDoubt } from '../track/find-doubts.ts';
import type { Decision, RegisteredIssue, Registry } from '../track/registry.ts';
import { standing } from '../track/rules.ts';
import { type QueueItem, type RunFacts, waiting } from './read-facts.ts';

/** Issues on one screen. */
const SHOWN = 20;

const NO_RUN = '还没有运行结果，请先执行 jianyan run';

export const HELP = `命令（括号内的字母同样可用）：
  队列（q） [20]                  等人决定主题或主办的案件，把握小的在前；可写件数
  主题（t） 政协-2024-12 [主题]   决定主题；不写主题就是采纳机器的
  主办（d） 政协-2024-12 [单位]   决定主办单位；不写单位就是采纳机器的
  议题（l） [词]                  议题，件数多的在前；可写名称里的词
  核对（c）                       机器的判断与登记不同、要人决定的议题
  无误（k） YT-0001               核对过了，登记的没有错
  看（v） YT-0001                 一个议题的案件、结果和说明
  并案（m） YT-0001 YT-0002       后一个议题并入前一个；也可写案件标识
  拆开（s） YT-0001 政协-2024-12  从议题拆出：一件单列，几件成为新议题
  改名（r） YT-0001 新名称        改议题名称
  撤销（u） 3                     撤销第 3 条关于议题的决定
  记录（h）                       关于议题的全部决定
  退出（x）
`;

export function startScreen(place: string, registry: Registry, facts: RunFacts | null): string {
  const shown = registry.issues.filter((i) => i.members > 1);
  const years = shown.filter((i) => i.first_year !== i.last_year);
  const doubts = shown.filter((i) => isDoubt(i.status));
  const queue = facts === null ? NO_RUN : `待人决定 ${counts(waiting(facts))}`;
  return [
    `复核与并案：${place}`,
    queue,
    `议题 ${shown.length} 个，其中跨年提出 ${years.length} 个；人工决定 ${standing(registry.decisions).length} 条有效`,
    `等人核对的议题 ${doubts.length} 个`,
    '',
  ].join('\n');
}

function counts(items: readonly QueueItem[]): string {
  const of = (about: string) => items.filter((item) => item.about === about).length;
  return `主题 ${of('主题')} 件、主办单位 ${of('主办')} 件`;
}

export function queueScreen(facts: RunFacts | null, count: number): string {
  if (facts === null) return `${NO_RUN}\n`;
  const all = waiting(facts);
  if (all.length === 0) return '没有等人决定的案件\n';
  const items = all
    .slice(0, count)
    .flatMap((item) => [
      `${padEnd(item.proposal_id, 16)}${item.title}`,
      `${' '.repeat(16)}${item.about}：${item.candidates}${item.reason === '' ? '' : `　依据：${item.reason}`}`,
    ]);
  const rest = more(all.length - count, '写“队列 50”可看更多');
  return `${[`待人决定 ${counts(all)}，把握小的在前`, ...items, ...rest].join('\n')}\n`;
}

export function issuesScreen(registry: Registry, word: string): string {
  const found = registry.issues
    .filter((i) => i.members > 1 && (i.name.includes(word) || i.issue.includes(word)))
    .sort((a, b) => b.members - a.members);
  if (found.length === 0) return word === '' ? '还没有议题\n' : `没有名称含“${word}”的议题\n`;
  const lines = found.slice(0, SHOWN).map(issueLine);
  return `${[...lines, ...more(found.length - SHOWN, '可写名称里的词，如“议题 食堂”')].join('\n')}\n`;
}

/** What the machine asks: issues with the question under each. */
export function doubtsScreen(registry: Registry): string {
  const found = registry.issues.filter((i) => i.members > 1 && isDoubt(i.status));
  if (found.length === 0) return '没有等人核对的议题\n';
  const lines = found.slice(0, SHOWN).flatMap((i) => [issueLine(i), `         ${i.status}`]);
  return `${[...lines, ...more(found.length - SHOWN, '其余见 issues.csv 的“状态”列')].join('\n')}\n`;
}

function issueLine({ issue, name, first_year, last_year, members }: RegisteredIssue): string {
  const years = first_year === last_year ? String(first_year ?? '年度不详') : `${first_year}–${last_year}`;
  return `${issue}  ${padEnd(`${members} 件`, 7)}${padEnd(years, 11)}${name}`;
}

export function issueScreen(registry: Registry, id: string, facts: RunFacts | null): string {
  const issue = registry.issues.find((i) => i.issue === id);
  if (!issue) return `没有议题 ${id}\n`;
  const members = registry.members.filter((m) => m.issue === id);
  const width = Math.max(0, ...members.map((m) => displayWidth(m.proposal_id))) + 2;
  const lines = members.map((m) => {
    const outcome = facts?.proposals.get(m.proposal_id)?.outcome ?? '';
    const marks = [outcome, m.issue === m.machine_issue ? '' : '人工归入', m.present ? '' : '本次数据中没有'];
    return `  ${padEnd(m.proposal_id, width)}${m.title}（${marks.filter(Boolean).join('，') || '结果不详'}）`;
  });
  const notes = [issue.status, issue.note].filter(Boolean).map((note) => `  说明：${note}`);
  return `${[issueLine(issue), ...lines, ...notes].join('\n')}\n`;
}

export function logScreen({ decisions }: Registry): string {
  if (decisions.length === 0) return '还没有人工决定\n';
  const valid = new Set(standing(decisions).map((d) => d.number));
  const lines = decisions.map((d) => {
    const isUndone = d.action !== '撤销' && !valid.has(d.number);
    return `${padEnd(String(d.number), 4)}${d.decided_at}  ${d.person}  ${tell(d)}${isUndone ? '（已撤销）' : ''}`;
  });
  return `${lines.join('\n')}\n`;
}

/** A decision in one sentence. */
export function tell({ action, issue, others, proposals, name, note }: Decision): string {
  const what = [...(action === '并案' ? others : []), ...proposals.map((p) => p.proposal_id)].join('、');
  const says = {
    并案: `${what} 并入 ${issue}`,
    拆开: `${what} 从 ${issue} 拆出，${others[0] === undefined ? '单列' : `成为 ${others[0]}`}`,
    改名: `${issue} 改名为「${name}」`,
    无误: `核对 ${issue}，登记无误`,
    撤销: `撤销第 ${others[0]} 条`,
  };
  return note === '' ? says[action] : `${says[action]}（${note}）`;
}

function more(rest: number, hint: string): string[] {
  return rest > 0 ? [`…… 另有 ${rest} 条，${hint}`] : [];
}
