import { chooseOffice, isSame } from './choose-office.ts';
import { findOffices, type Office } from './find-offices.ts';
import { findPlace } from './find-place.ts';
import type { Names } from './names.ts';
import { readPlace } from './read-place.ts';

/** 我局, 我委: what the writers call themselves. */
const SELF = /[我本]([局委厅办会院])(?!员)/g;
/** 我市: so does a place, where no office does. */
const SELF_PLACE = /我([省市县区州旗])/g;
/** 民政工作, 农业农村各项工作: a duty and what is done for it. */
const DUTY = /(\p{Script=Han}{2,8}?)(?:整体|各项)?(?:工作|事业|部门|系统|领域)/gu;

/**
 * The unit that a folded text is the report of: that of its signature, of its title, or the one that acts in it, with
 * the place that the text tells; without a name the office of the duties it calls its own, else its place alone.
 * null where a reader cannot know.
 */
export function nameUnit(text: string, title: string | null, names: Names): string | null {
  const self = mostOften(text, SELF);
  const offices = findOffices(text, names);
  const titled = findOffices(title ?? '', names);
  const place = self === null ? subjectPlace(title ?? '', names) : null;
  if (place !== null && titled.length === 0) return place;
  const found = signature(text, names) ?? chooseOffice(text, titled, self, offices, names);
  if (found) return withPlace(found, text, offices, names);
  if (self === null) {
    const level = mostOften(text, SELF_PLACE);
    const subject = subjectPlace(text, names) ?? council(text, names);
    return subject ?? (level === null ? null : findPlace(text, level, offices, names));
  }
  const office = byDuty(text, self, names);
  return office && withPlace({ office, place: '', start: 0, end: 0 }, text, offices, names);
}

function mostOften(text: string, pattern: RegExp): string | null {
  const counts = new Map<string, number>();
  for (const [, word = ''] of text.matchAll(pattern)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, n], [, m]) => m - n)[0]?.[0] ?? null;
}

/** The last lines: 宜黄县林业局。 before its date. */
function signature(text: string, names: Names): Office | null {
  const lines = text.split('\n').filter(Boolean).slice(-4);
  if (lines.length < 2) return null;
  for (const line of lines.reverse()) {
    const words = line.replace(/(?:\d{4}年[\d年月日]*)?[。.]?$/, '');
    if (!/^\p{Script=Han}{3,25}$/u.test(words)) continue;
    const office = findOffices(words, names).find(({ end }) => end === words.length);
    if (office) return office;
  }
  return null;
}

/** 临澜市2024年提案办理情况报告; 青岩县共收到提案30件: a place that reports as a whole. */
function subjectPlace(text: string, names: Names): string | null {
  const subject =
    /(?:^|[,。\n])(?:关于)?(?:\d{4}年,?)?(\p{Script=Han}{2,8}?[省市县区州旗盟])(?:\d{4}年|历年|共?(?:收到|承办|办理)|日前)/u.exec(
      text,
    );
  const place = readPlace(subject?.[1] ?? '', true, names.cities);
  return place.length > 1 ? place : null;
}

/** 北岭市政协十三届三次会议以来: the council whose session the text begins with. */
function council(text: string, names: Names): string | null {
  const words = /^\p{Script=Han}{2,6}?[省市县区州旗盟](?=政协)/u.exec(text)?.[0] ?? '';
  const place = readPlace(words, true, names.cities);
  return place.length > 1 ? `${place}政协` : null;
}

/** 我局 … 民政工作 … 民政事业: the office of the duty that it speaks of as its own. */
function byDuty(text: string, self: string | null, { duties }: Names): string | null {
  if (self === null || !/[局委厅]/.test(self)) return null;
  const counts = new Map<string, number>();
  for (const sentence of text.split(/[。\n]/)) {
    const weight = sentence.includes(`我${self}`) ? 2 : 1;
    for (const [, words = ''] of sentence.matchAll(DUTY)) {
      const office = dutyAt(words, duties);
      if (office !== undefined) counts.set(office, (counts.get(office) ?? 0) + weight);
    }
  }
  const [first, second] = [...counts].sort(([, n], [, m]) => m - n);
  if (first === undefined || first[1] < 2 || first[1] === second?.[1]) return null;
  return first[0].replace(/(?:局|委员会|厅)$/, self === '委' ? '委员会' : self);
}

/** The office whose duty ends the words: 推动上海民政 → 民政局. */
function dutyAt(words: string, duties: Names['duties']): string | undefined {
  for (let length = words.length; length >= 2; length--) {
    const office = duties.get(words.slice(-length));
    if (office !== undefined) return office;
  }
  return undefined;
}

/** 市发展改革委 in a report upon a notice of 蚌埠市人民政府 is that of 蚌埠市. */
function withPlace(found: Office, text: string, offices: readonly Office[], names: Names): string {
  if (found.place.length > 1) return found.place + found.office;
  const placed = offices.find((other) => other.place.length > 1 && isSame(other, found, names));
  if (placed) return placed.place + placed.office;
  const place = findPlace(text, found.place, offices, names);
  return (place ?? found.place) + found.office;
}
