import type { Disclosure, Filed, ProposerType, Role } from '../rows.ts';

/** How ledgers write the closed vocabularies. Patterns are tried in order on the cell without white space. */
type Choice<T> = readonly (readonly [RegExp, T])[];

export const FILED: Choice<Filed> = [
  [/不予?立案/, '不立案'],
  [/转.*(?:建议|意见|社情民意|信访)|社情民意|意见建议/, '转意见建议'],
  [/并案|归并|合并/, '并案'],
  [/立案/, '立案'],
];

export const PROPOSER_TYPES: Choice<ProposerType> = [
  [/联名|联合/, '联名'],
  [/集体|团体|党派|界别|专委会|专门委员会|组织|小组|代表团/, '集体'],
  [/个人|委员|代表/, '个人'],
];

export const DISCLOSURES: Choice<Disclosure> = [
  [/不予?公开|^否$|^不$|内部/, '不予公开'],
  [/依申请/, '依申请公开'],
  [/主动|公开|^是$/, '主动公开'],
];

export const ROLES: Choice<Role> = [
  [/独办|单办|独立承办/, 'sole'],
  [/分办|分别办理/, 'separate'],
  [/合办|联办|共同|双主办/, 'joint'],
  [/会办|协办|配合|参与|会同/, 'co'],
  [/主办|牵头|主要|承办/, 'lead'],
];

export const LEVELS: Choice<string> = [
  [/全国|国家|部级/, '国家'],
  [/省|自治区|直辖市/, '省'],
  [/市|州|盟/, '市'],
  [/县|区|旗/, '县'],
  [/乡|镇|街道/, '乡'],
];

export const BODIES: Choice<'政协' | '人大'> = [
  [/政协|提案/, '政协'],
  [/人大|建议|议案|代表/, '人大'],
];

const YES = /^(?:是|有|y|yes|true|1|√|✓|已.*|重点.*|面商|走访)$/i;
const NO = /^(?:否|无|没有|n|no|false|0|×|x|未.*|不.*|非.*|一般.*|-|—)$/i;

export function yesNo(text: string): boolean | null {
  const word = text.normalize('NFKC').replace(/\s+/g, '');
  if (NO.test(word)) return false;
  return YES.test(word) ? true : null;
}

export function choose<T>(text: string, choice: Choice<T>): T | null {
  const word = text.normalize('NFKC').replace(/\s+/g, '');
  return choice.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/**
 * The departments of a cell: separated by 、，,；;/| or line ends outside brackets, with a role where the cell says
 * so — 主办：水利局；会办：财政局、交通局 or 水利局（主办）.
 */
export function splitCell(cell: string): { name: string; role: Role | null }[] {
  const found: { name: string; role: Role | null }[] = [];
  let role: Role | null = null;
  const pieces =
    cell
      .normalize('NFKC')
      .replace(/\r/g, '')
      .match(/(?:\([^)]*\)|[^、,;/|\n()])+/g) ?? [];
  for (const piece of pieces.flatMap((p) => p.trim().split(/(?<=[局委办部院会社司府厅心队]) +/))) {
    const labelled = /^((?:主|会|协|独|分|合|牵|联|承)[办头](?:单位|部门)?):(.*)$/.exec(piece.trim());
    if (labelled) role = choose(labelled[1] ?? '', ROLES);
    const rest = (labelled?.[2] ?? piece).trim();
    const marked = /^(.*)\(((?:主|会|协|独|分|合|牵)[办头](?:单位)?)\)$/.exec(rest);
    const name = (marked?.[1] ?? rest).replace(/等$/, '').trim();
    if (name !== '' && !/^(?:无|-+|—+)$/.test(name))
      found.push({ name, role: marked ? choose(marked[2] ?? '', ROLES) : role });
  }
  return found;
}
