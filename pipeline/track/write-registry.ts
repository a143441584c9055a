import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainSystemError, InputError } from '../errors.ts';
import { withLock } from '../review/lock.ts';
import { formatCsv } from './csv.ts';
import { DECISIONS, ISSUES, MEMBERS } from './read-registry.ts';
import type { Registry } from './registry.ts';
import { replaceFiles } from './replace-files.ts';

/**
 * Writes the three files of a workspace's registry, all or none; a plain folder has none. Throws InputError when one
 * is open in Excel, or was edited since it was read: that edit would be lost.
 */
export async function writeRegistry(registry: Registry): Promise<void> {
  const { folder, seen } = registry;
  if (folder === null) return;
  const files = [
    { file: ISSUES.file, bytes: formatIssues(registry) },
    { file: MEMBERS.file, bytes: formatMembers(registry) },
    { file: DECISIONS.file, bytes: formatDecisions(registry) },
  ];
  const changed = files.filter(({ file, bytes }) => !seen.get(file)?.equals(bytes));
  const place = join(folder, ISSUES.file);
  try {
    await withLock(place, () => {
      for (const { file } of files) assertUntouched(join(folder, file), seen.get(file) ?? null);
      replaceFiles(changed.map(({ file, bytes }) => ({ path: join(folder, file), bytes })));
    });
  } catch (error) {
    throw explainSystemError(error, place);
  }
}

function assertUntouched(path: string, seen: Buffer | null): void {
  const now = existsSync(path) ? readFileSync(path) : null;
  if (now === null ? seen === null : seen?.equals(now)) return;
  throw new InputError(path, '文件在处理期间被改动过，没有覆盖', '请关闭正在编辑它的程序，再执行一次');
}

function formatIssues({ issues, ownColumns }: Registry): Buffer {
  const rows = issues.map((i) => ({
    ...i.own,
    议题编号: i.issue,
    议题名称: i.name,
    首次年度: String(i.first_year ?? ''),
    最近年度: String(i.last_year ?? ''),
    件数: String(i.members),
    说明: i.note,
    机器名称: i.machine_name,
    状态: i.status,
  }));
  return formatCsv([...ISSUES.header, ...ownColumns], rows);
}

function formatMembers({ members }: Registry): Buffer {
  const rows = members.map((m) => ({
    议题编号: m.issue ?? '',
    案件标识: m.proposal_id,
    年度: String(m.year ?? ''),
    标题: m.title,
    机器议题: m.machine_issue ?? '',
    在本次数据中: m.present ? '是' : '否',
  }));
  return formatCsv(MEMBERS.header, rows);
}

function formatDecisions({ decisions }: Registry): Buffer {
  const rows = decisions.map((d) => ({
    序号: String(d.number),
    时间: d.decided_at,
    人员: d.person,
    操作: d.action,
    议题编号: d.issue,
    对象: d.others.join('、'),
    案件: d.proposals.map((p) => `${p.proposal_id}《${p.title}》`).join('\n'),
    名称: d.name,
    原名称: d.name_before,
    说明: d.note,
  }));
  return formatCsv(DECISIONS.header, rows);
}
