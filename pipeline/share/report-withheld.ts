import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { group } from 'd3-array';
import { explainSystemError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { BOM, csvLine, guardFormula } from '../text/csv.ts';
import { AUDIENCE_NAMES, type Audience } from './audience.ts';
import type { Found } from './found.ts';
import { placeName } from './places.ts';
import type { Shared } from './share.ts';

export const LIST = 'withheld.csv';
const HINT = '（确认可以公开的，写进 jianyan.yaml 的 public_disclosure）';

/**
 * Says by kind and place what an audience does not get, and writes the list of it, piece by piece, into the workspace:
 * it is as private as the ledgers and never goes into a folder that is shared. A plain folder has none.
 */
export function reportWithheld(
  shared: Shared,
  audience: Audience,
  workspace: string | null,
  progress: Progress,
): void {
  if (audience === 'internal') return;
  const { leftOut } = shared;
  const found = distinct(shared.found);
  const name = AUDIENCE_NAMES[audience];
  for (const [disclosure, own] of group(leftOut, (one) => one.disclosure))
    progress.notice(`${name}不列：${disclosure} ${own.length} 件${disclosure === '不予公开' ? '' : HINT}`);
  for (const [kind, own] of group(found, (one) => one.kind)) {
    const places = [...group(own, ({ column }) => placeName(column))].map(
      ([place, { length }]) => `${place} ${length}`,
    );
    progress.notice(`${name}隐去：${kind} ${own.length} 处（${places.join('、')}）`);
  }
  if (found.length + leftOut.length === 0) progress.notice(`${name}：没有发现要隐去的内容`);
  else if (workspace === null) progress.notice('逐条清单没有写出：输入不是工作区，不能写进要外发的文件夹');
  else
    progress.notice(
      `逐条清单：${writeList({ found, leftOut }, name, join(workspace, LIST))}（只供本单位核对，不要外发）`,
    );
}

/** A table of the program repeats what a ledger says, and every row the name of its file. */
function distinct(found: readonly Found[]): Found[] {
  const seen = new Map<string, Found>();
  for (const one of found) {
    const place = placeName(one.column);
    const proposal_id = place === '文件名' ? null : one.proposal_id;
    const key = [one.kind, place, proposal_id, one.value].join('\n');
    if (!seen.has(key)) seen.set(key, { ...one, proposal_id });
  }
  return [...seen.values()];
}

function writeList(
  { found, leftOut }: Pick<Shared, 'found' | 'leftOut'>,
  name: string,
  file: string,
): string {
  const lines = [
    ['去向', '类型', '位置', '案件', '内容'],
    ...leftOut.map((one) => [name, `不列（${one.disclosure}）`, '', one.proposal_id, one.title]),
    ...found.map((one) => [name, one.kind, placeName(one.column), one.proposal_id ?? '', one.value]),
  ];
  try {
    writeFileSync(file, BOM + lines.map((cells) => csvLine(cells.map(guardFormula))).join(''));
  } catch (error) {
    throw explainSystemError(error, file);
  }
  return file;
}
