import type { DepartmentNames } from './departments.ts';

/** A body of its own with its place: 溪源县人民政府 is not 人民政府办公室. */
const GOVERNMENTS = new Set(['人民政府办公室', '乡镇人民政府', '街道办事处']);
const OWN_BODY = /(?:人民政府|街道办事处|[区园城港岛]管理委员会)$/;
/** 各县人民政府, 有关部门: many, so none. */
const NO_ONE = /各|有关|相关/;

/** A place, and the committee or government that it belongs to: 临澜市, 市直, 某某省某某市溪源县, 中共临澜市委. */
const PLACE = /^(?:\p{Script=Han}{0,30}(?:[省市县区州盟旗镇乡]|街道))?(?:委|政府|人民政府)?(?:直属?|属)?$/u;
/** 国网临澜供电公司: the company's place needs no 市. */
const COMPANY_PLACE = /^(?:国网|国家电网|中国|南方电网)?\p{Script=Han}{0,6}$/u;
/** What stands behind a department that is a part of it: 公安局交警支队, 自然资源局高新分局, 财政局农业科. */
const PART = /^\p{Script=Han}{0,10}(?:分局|支队|大队|中队|总队|分公司|支公司|科|处|股|室|中心|所|站|办)$/u;
const TAIL = /(?:等(?:有关|相关)?(?:单位|部门|委办局)?|[。.;,、:])+$/;

/**
 * The canonical name of a department as written in a ledger: 临澜市水务局（河长办） → 水利局, 市公安局交警支队 → 公安局.
 * A government of a place keeps its place (溪源县人民政府, 高新区管理委员会), because it is a body of its own. An unknown
 * name is returned as written, without blanks; `isDepartment` tells.
 */
export function normalizeDepartment(raw: string, names: DepartmentNames): string {
  const known = normalized.get(names) ?? new Map<string, string>();
  normalized.set(names, known);
  const before = known.get(raw);
  if (before !== undefined) return before;
  const name = normalizeOne(raw, names);
  known.set(raw, name);
  return name;
}

/** Ledgers repeat the same names in every row. */
const normalized = new WeakMap<DepartmentNames, Map<string, string>>();

function normalizeOne(raw: string, names: DepartmentNames): string {
  const text = raw.normalize('NFKC').replace(/\s+/g, '');
  const inside = /\(([^()]*)\)/.exec(text)?.[1] ?? '';
  const outside = text.replace(/\([^()]*\)/g, '').replace(TAIL, '');
  return canonical(outside, names) ?? canonical(inside, names) ?? (outside || text);
}

/** Whether a normalised name is one of the list, or a government or committee of a place. */
export function isDepartment(name: string, names: DepartmentNames): boolean {
  return names.byName.has(name) || isOwnBody(name, names);
}

function canonical(text: string, names: DepartmentNames): string | null {
  if (text === '') return null;
  const exact = names.byName.get(text);
  if (exact !== undefined) return exact;
  if (NO_ONE.test(text)) return null;
  const known = names.longestFirst.find(
    (n) => text.endsWith(n) && isPlace(text.slice(0, -n.length), n, names),
  );
  const found = known === undefined ? undefined : names.byName.get(known);
  if (found !== undefined && !GOVERNMENTS.has(found)) return found;
  const body = ownBody(text, names);
  if (body !== null) return body;
  return found ?? whole(text, names);
}

function isPlace(before: string, name: string, names: DepartmentNames): boolean {
  const isBare = PLACE.test(before) || (name.endsWith('公司') && COMPANY_PLACE.test(before));
  return isBare && !holdsName(before.replace(/(?:人民)?政府$/, ''), names);
}

/** Another department stands in it, its mark lost. */
function holdsName(text: string, { longestFirst }: DepartmentNames): boolean {
  return longestFirst.some((name) => name.length >= 3 && text.includes(name));
}

function isOwnBody(name: string, names: DepartmentNames): boolean {
  const place = name.replace(OWN_BODY, '');
  return place !== name && !NO_ONE.test(name) && !holdsName(place, names);
}

/** 临澜市溪源县政府 → 溪源县人民政府, 东桥街道办 → 东桥街道办事处, 高新区管委会 → 高新区管理委员会; null for anything else. */
function ownBody(text: string, names: DepartmentNames): string | null {
  const full = text
    .replace(/(?<!人民)政府$/, '人民政府')
    .replace(/街道(?:办|党工委)?$/, '街道办事处')
    .replace(/管委会$/, '管理委员会');
  if (!isOwnBody(full, names)) return null;
  const inner =
    /[省市州](\p{Script=Han}{2,8}[县区市旗乡镇](?:人民政府|管理委员会)|\p{Script=Han}{2,6}街道办事处)$/u;
  return inner.exec(full)?.[1] ?? full;
}

/** The department that a part of it names: the longest known name that begins the text behind its place. */
function whole(text: string, names: DepartmentNames): string | null {
  for (const name of names.longestFirst) {
    const at = text.indexOf(name);
    if (at < 0 || name.length < 3 || !isPlace(text.slice(0, at), name, names)) continue;
    const behind = text.slice(at + name.length);
    const department = names.byName.get(name) ?? null;
    const others = names.longestFirst.filter((n) => names.byName.get(n) !== department);
    if (PART.test(behind) && !holdsName(behind, { ...names, longestFirst: others })) return department;
  }
  return null;
}
