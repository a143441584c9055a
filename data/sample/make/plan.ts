import { addDays, addMonths, pick, random } from './random.ts';
import type { Written } from './written.ts';

/** What happened to a written proposal: placed by a seeded rule (data/sample/README.md), not written. */
export interface Case extends Written {
  number: number;
  proposer: string;
  sector: string;
  submitted_on: string;
  filed: '立案' | '并案';
  merged_into: string | null;
  key_proposal: boolean;
  disclosure: '主动公开' | '依申请公开' | '不予公开';
  /** Null where the ledger's cell cannot be read; then `assigned_raw` is what stands there. */
  assigned_on: string | null;
  assigned_raw?: string;
  due_on: string;
  replied_on: string | null;
  met_on: string | null;
  /** Date of each co-handler's opinion, in the order of co. */
  co_replied_on: string[];
  returned: { department: string; on: string } | null;
  later: { outcome: string; on: string } | null;
  feedback: { attitude: string; result: string; on: string }[];
  kept: { what: string; by: string; fulfilled_on: string | null }[];
}

/** The office that sends its formal answer only after the proposer has said 满意. */
export const ASKS_FIRST = '医疗保障局';
/** Offices that are late more often than others, and one that is always quick. */
const SLOW: Record<string, number> = {
  住房和城乡建设局: 0.3,
  自然资源和规划局: 0.32,
  财政局: 0.2,
  教育局: 0.05,
};

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIVEN = [
  ...'安柏畅辰澄川岱帆菲歌函禾珩瑾珂岚黎林沐宁沛祺清然珊石书澍恬望蔚溪晓轩雅砚扬野一颖煜远云筝知舟卓梓',
];
const PARTIES = [
  '民革临澜市委会',
  '民盟临澜市委会',
  '民建临澜市委会',
  '民进临澜市委会',
  '农工党临澜市委会',
  '致公党临澜市总支',
  '九三学社临澜市委会',
  '市工商联',
];
const COMMITTEES = [
  '市政协经济委员会',
  '市政协社会法制委员会',
  '市政协教科卫体委员会',
  '市政协农业和农村委员会',
  '市政协人口资源环境委员会',
];
const SECTORS = [
  '经济界',
  '农业界',
  '教育界',
  '医药卫生界',
  '科技界',
  '文化艺术界',
  '社会福利和社会保障界',
  '工商联界',
  '妇联界',
  '共青团界',
];
const DELEGATIONS = [
  '云渡代表团',
  '城河代表团',
  '南埠代表团',
  '溪源代表团',
  '青屏代表团',
  '松陵代表团',
  '石梁代表团',
  '芦洲代表团',
];

/** Places every written proposal's handling, sorted by body, year and number; numbers run from 1 in each series. */
export function plan(written: Written[]): Case[] {
  const numbers = numberThem(written);
  const cases = written.map((w) => planOne(w, numbers.get(w.key) ?? 0));
  for (const c of cases) mergeCopy(c, cases);
  for (const c of cases) c.kept = keepPromises(c, cases);
  return cases.sort((a, b) =>
    a.body < b.body ? -1 : a.body > b.body ? 1 : a.year - b.year || a.number - b.number,
  );
}

function numberThem(written: Written[]): Map<string, number> {
  const numbers = new Map<string, number>();
  const series = new Map<string, Written[]>();
  for (const w of written) series.set(`${w.body}${w.year}`, [...(series.get(`${w.body}${w.year}`) ?? []), w]);
  for (const members of series.values()) {
    const order = members.map((w) => ({ w, at: random('number', w.key)() })).sort((a, b) => a.at - b.at);
    for (const [index, { w }] of order.entries()) numbers.set(w.key, index + 1);
  }
  return numbers;
}

function planOne(w: Written, number: number): Case {
  const next = random('case', w.key);
  const offSeason = next() < 0.05 && !w.reply;
  const opened = `${w.year}-01-${w.body === '政协' ? '08' : '10'}`;
  const submitted_on = offSeason ? addDays(`${w.year}-03-20`, next() * 60) : addDays(opened, next() * 6);
  const assigned_on = offSeason
    ? addDays(submitted_on, 10 + next() * 10)
    : addDays(`${w.year}-03-06`, next() * 12);
  const due_on = addMonths(assigned_on, 3);
  const replied_on = placeReply(w, assigned_on, due_on, next);
  const met_on =
    replied_on !== null && next() < 0.82
      ? addDays(assigned_on, 10 + next() * (daysBetween(assigned_on, replied_on) - 12))
      : null;
  const returned =
    next() < 0.05 && !w.reply
      ? {
          department: pick(
            ['发展和改革委员会', '财政局', '自然资源和规划局'].filter((d) => d !== w.lead),
            next,
          ),
          on: addDays(assigned_on, 4),
        }
      : null;
  const later =
    replied_on !== null && w.outcome === 'in_progress' && next() < 0.3
      ? { outcome: 'solved', on: addDays(`${w.year + 1}-03-01`, next() * 120) }
      : null;
  return {
    ...w,
    number,
    ...proposerOf(w, next),
    submitted_on,
    filed: '立案',
    merged_into: null,
    key_proposal: next() < 0.08,
    disclosure: next() < 0.1 ? '不予公开' : next() < 0.2 ? '依申请公开' : '主动公开',
    assigned_on,
    due_on,
    replied_on,
    met_on,
    co_replied_on: w.co.map(() => addDays(assigned_on, 15 + next() * 30)),
    returned,
    later,
    feedback: rate(w, replied_on, next),
    kept: [],
  };
}

function daysBetween(from: string, to: string): number {
  return Math.max(13, (Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Mostly within three months; late more often at some offices; never before what the answer tells; some none. */
function placeReply(w: Written, assigned: string, due: string, next: () => number): string | null {
  if (!w.reply && next() < (w.year === 2024 ? 0.05 : 0.02)) return null;
  const late = next() < (SLOW[w.lead] ?? 0.1);
  const usual = late ? addDays(due, 3 + next() * 50) : addDays(assigned, 45 + next() * 46);
  const told = [...(w.reply ?? '').matchAll(/(?:截至|目前|已于|今年|本年)[^，。；]{0,6}?(\d{1,2})月/g)].map(
    (m) => Number(m[1]),
  );
  const month = Math.min(11, Math.max(0, ...told) + 1);
  const after =
    told.length > 0 ? addDays(`${w.year}-${String(month).padStart(2, '0')}-03`, next() * 12) : usual;
  const promised = w.promises.map((p) => addDays(p.by, -10));
  const answered = [usual, after].sort().at(-1) ?? usual;
  return [answered, ...promised].sort().at(0) ?? answered;
}

function proposerOf(w: Written, next: () => number): { proposer: string; sector: string } {
  const name = () => pick(SURNAMES, next) + pick(GIVEN, next) + (next() < 0.6 ? pick(GIVEN, next) : '');
  const sector = w.body === '人大' ? pick(DELEGATIONS, next) : pick(SECTORS, next);
  if (w.proposer_type === '集体') return w.body === '人大' ? { proposer: sector, sector } : collective(next);
  const others = w.proposer_type === '联名' ? Array.from({ length: 1 + Math.floor(next() * 4) }, name) : [];
  return { proposer: [name(), ...others].join('、'), sector };
}

function collective(next: () => number): { proposer: string; sector: string } {
  const proposer = next() < 0.75 ? pick(PARTIES, next) : pick(COMMITTEES, next);
  return { proposer, sector: PARTIES.includes(proposer) ? proposer.replace(/临澜市(委会|总支)$/, '') : '' };
}

const CHANCE: Record<string, [satisfied: number, basically: number]> = {
  solved: [0.86, 0.98],
  in_progress: [0.7, 0.94],
  planned: [0.58, 0.9],
};

/** The result follows the outcome, the attitude is rated higher; who is dissatisfied is answered and rated again. */
function rate(w: Written, replied: string | null, next: () => number): Case['feedback'] {
  if (replied === null) return [];
  if (w.lead === ASKS_FIRST)
    return [{ attitude: '满意', result: '满意', on: addDays(replied, -3 - next() * 5) }];
  if (next() < 0.1) return [];
  const [satisfied, basically] = CHANCE[w.outcome] ?? [0.42, 0.84];
  const roll = next();
  const result = roll < satisfied ? '满意' : roll < basically ? '基本满意' : '不满意';
  const attitude = result === '不满意' && next() < 0.5 ? '基本满意' : next() < 0.93 ? '满意' : '基本满意';
  const first = { attitude, result, on: addDays(replied, 5 + next() * 20) };
  if (result !== '不满意') return [first];
  const again = next() < 0.3 ? '不满意' : next() < 0.7 ? '基本满意' : '满意';
  return [first, { attitude: '满意', result: again, on: addDays(first.on, 20 + next() * 20) }];
}

/** A copy of the same body and year is merged into the first; copies of a later year are filed again. */
function mergeCopy(c: Case, cases: Case[]): void {
  if (c.relation?.kind !== 'copy') return;
  const first = cases.find((other) => other.key === c.relation?.to);
  if (first?.body !== c.body || first.year !== c.year) return;
  c.filed = '并案';
  c.merged_into = first.key;
}

/** A promise is broken when the matter is raised again after its day; of the others six in ten are kept. */
function keepPromises(c: Case, cases: Case[]): Case['kept'] {
  return c.promises.map(({ what, by }) => {
    const next = random('promise', c.key, what);
    const back =
      c.issue !== null &&
      cases.some((o) => o.issue === c.issue && o.year > c.year && `${o.year}-01-31` >= by);
    return { what, by, fulfilled_on: !back && next() < 0.62 ? addDays(by, -60 + next() * 80) : null };
  });
}
