import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainSystemError, InputError } from '../errors.ts';
import { type CsvRow, parseCsv } from './csv.ts';
import {
  type Decision,
  emptyRegistry,
  issueNumber,
  type Reference,
  type RegisteredIssue,
  type RegisteredMember,
  type Registry,
} from './registry.ts';

export const ISSUES = {
  file: 'issues.csv',
  header: ['议题编号', '议题名称', '首次年度', '最近年度', '件数', '说明', '机器名称', '状态'],
};
export const MEMBERS = {
  file: 'issue-members.csv',
  header: ['议题编号', '案件标识', '年度', '标题', '机器议题', '在本次数据中'],
};
export const DECISIONS = {
  file: 'issue-decisions.csv',
  header: ['序号', '时间', '人员', '操作', '议题编号', '对象', '案件', '名称', '原名称', '说明'],
};

/**
 * The registry of a workspace. A plain folder, and a workspace with none of the files, has none: an empty one without
 * a folder comes back, and nothing will be written. Throws InputError with file and line for what an edit broke.
 */
export function readRegistry(folder: string | null): Registry {
  const files = [ISSUES, MEMBERS, DECISIONS].map(({ file }) => join(folder ?? '', file));
  if (folder === null || !files.some((file) => existsSync(file))) return emptyRegistry();
  const seen = new Map<string, Buffer>();
  const rowsOf = ({ file, header }: typeof ISSUES, required = header) => {
    const path = join(folder, file);
    if (!existsSync(path)) return { header, rows: [] };
    const bytes = open(path);
    seen.set(file, bytes);
    return parseCsv(bytes, file, required);
  };
  const issues = rowsOf(ISSUES, ['议题编号', '议题名称']);
  const ownColumns = issues.header.filter((name) => name !== '' && !ISSUES.header.includes(name));
  const registry: Registry = {
    folder,
    issues: issues.rows.map(({ line, cells }) => toIssue(cells, line, ownColumns)),
    members: rowsOf(MEMBERS).rows.map(({ line, cells }) => toMember(cells, line)),
    decisions: rowsOf(DECISIONS).rows.map(({ line, cells }) => toDecision(cells, line)),
    ownColumns,
    seen,
  };
  assertUnique(
    ISSUES.file,
    '议题编号',
    registry.issues.map((i) => i.issue),
  );
  assertUnique(
    MEMBERS.file,
    '案件标识',
    registry.members.map((m) => m.proposal_id),
  );
  assertUnique(
    DECISIONS.file,
    '序号',
    registry.decisions.map((d) => String(d.number)),
  );
  return registry;
}

function open(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw explainSystemError(error, path);
  }
}

function toIssue(cells: CsvRow, line: number, ownColumns: readonly string[]): RegisteredIssue {
  return {
    issue: idIn(cells, '议题编号', `${ISSUES.file} 第 ${line} 行`),
    name: cells.议题名称 ?? '',
    machine_name: cells.机器名称 ?? '',
    first_year: yearIn(cells.首次年度),
    last_year: yearIn(cells.最近年度),
    members: Number(cells.件数) || 0,
    note: cells.说明 ?? '',
    status: cells.状态 ?? '',
    own: Object.fromEntries(ownColumns.map((name) => [name, cells[name] ?? ''])),
  };
}

function toMember(cells: CsvRow, line: number): RegisteredMember {
  const place = `${MEMBERS.file} 第 ${line} 行`;
  return {
    proposal_id: cells.案件标识 ?? '',
    title: cells.标题 ?? '',
    year: yearIn(cells.年度),
    machine_issue: cells.机器议题 === '' ? null : idIn(cells, '机器议题', place),
    issue: cells.议题编号 === '' ? null : idIn(cells, '议题编号', place),
    present: cells.在本次数据中 !== '否',
  };
}

function toDecision(cells: CsvRow, line: number): Decision {
  const place = `${DECISIONS.file} 第 ${line} 行`;
  const number = Number(cells.序号);
  const action = (['并案', '拆开', '改名', '无误', '撤销'] as const).find((name) => name === cells.操作);
  if (!Number.isInteger(number) || number < 1 || !action) {
    throw new InputError(place, '序号或操作被改动，读不出', '请改回原样，或从备份恢复此文件');
  }
  return {
    number,
    decided_at: cells.时间 ?? '',
    person: cells.人员 ?? '',
    action,
    issue: action === '撤销' ? '' : idIn(cells, '议题编号', place),
    others: (cells.对象 ?? '').split('、').filter((other) => other !== ''),
    proposals: (cells.案件 ?? '').split('\n').filter(Boolean).map(toReference),
    name: cells.名称 ?? '',
    name_before: cells.原名称 ?? '',
    note: cells.说明 ?? '',
  };
}

/** 政协-2024-12《关于…的提案》 */
function toReference(line: string): Reference {
  const at = line.indexOf('《');
  return at < 0
    ? { proposal_id: line.trim(), title: '' }
    : { proposal_id: line.slice(0, at), title: line.slice(at + 1).replace(/》\s*$/, '') };
}

function idIn(cells: CsvRow, column: string, place: string): string {
  const id = (cells[column] ?? '').normalize('NFKC').toUpperCase();
  if (issueNumber(id) !== null) return id;
  throw new InputError(place, `${column}“${cells[column]}”不是 YT-0001 这样的编号`, '请改回原来的编号');
}

function yearIn(cell: string | undefined): number | null {
  const year = Number(cell);
  return cell && Number.isInteger(year) ? year : null;
}

function assertUnique(file: string, column: string, values: readonly string[]): void {
  const seen = new Set<string>();
  const twice = values.find((value) => seen.size === seen.add(value).size);
  if (twice !== undefined) {
    throw new InputError(file, `${column}“${twice}”出现两次`, '请删去多出的一行，保留原来的');
  }
}
