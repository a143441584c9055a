import { cutName, shortenTitle } from './shorten-title.ts';

/** The longest name, in characters. */
const LIMIT = 20;

const PLACE = /[省市县区乡镇村]|街道|社区|产业园|古街|老街/;
const OBJECT =
  /路|街|巷|桥|河|湖|江|库|堤|渠|灌区|小学|中学|学校|医院|卫生院|卫生室|公园|广场|小区|新村|食堂|公交|站|中心|市场|通道|古街|公墓|电梯|食品|养老院|敬老院/;
/** Tells how a known matter went on, and not what it is. */
const SEQUEL = /又|再度|再次|反弹|反复|恢复|停业|复盘|兑现/;
/** A clause that only says when, why or what else. */
const ASIDE = /(?:以后|之后|之前|期间|的话|时)$|^(?:以|俾|使|为了|为|避免|否则|并|而|据|致)/;

/**
 * The name of an issue: place, object and matter, from the title of a member that says best what all share, the
 * earliest of equal ones: 「圩田乡东圩大堤加固」. A work that several titles ask for (改建, 改造) ends the name. At
 * most 20 characters; empty when there are no titles. The titles are in the order in which they were raised.
 */
export function nameIssue(titles: readonly string[]): string {
  const candidates = titles.flatMap((title, at) => {
    const others = titles.filter((_, other) => other !== at);
    return shortenTitle(title).map((name) => ({ name, score: judge(name, title, others) }));
  });
  const best = candidates.reduce<{ name: string; score: number }>(
    (top, candidate) => (candidate.score > top.score ? candidate : top),
    { name: '', score: Number.NEGATIVE_INFINITY },
  );
  return withSharedWork(cutName(best.name, LIMIT), titles);
}

/** How well a name stands for the issue: characters that other titles share, then place, object, length and calm. */
function judge(name: string, title: string, others: readonly string[]): number {
  const shared = others.reduce((sum, other) => sum + sharedCharacters(name, other), 0);
  return (
    shared / Math.max(1, others.length) +
    (PLACE.test(name) ? 2 : 0) +
    (OBJECT.test(name) ? 1 : 0) +
    (/问题|(?:提案|建议|议案)$/.test(title) ? 0.5 : 0) -
    (name.length < 6 ? 1 : 0) -
    Math.max(0, name.length - 16) * 0.4 -
    (/[“”"「」]/.test(name) ? 1 : 0) -
    (SEQUEL.test(title) ? 1.5 : 0) -
    (ASIDE.test(name) ? 3 : 0) -
    (/[？?]|为何|为什么|怎么|能不能|能否/.test(title) ? 1 : 0)
  );
}

/** How many characters of `name` stand in runs of two or more that `title` has too. */
function sharedCharacters(name: string, title: string): number {
  const shared = new Set<number>();
  for (let at = 0; at + 1 < name.length; at++) {
    const pair = name.slice(at, at + 2);
    if (name.indexOf(pair) < at || !title.includes(pair)) continue;
    shared.add(at);
    shared.add(at + 1);
  }
  return shared.size;
}

/** 甘竹桥年久失修 and 兑现甘竹桥重建承诺, both asking for 重建: 甘竹桥重建. */
function withSharedWork(name: string, titles: readonly string[]): string {
  const works = ['重建', '改建', '扩建', '改造', '迁建', '修复', '修缮', '加固', '搬迁', '扩容', '整治'];
  const work = works.find((w) => titles.filter((title) => title.includes(w)).length * 2 > titles.length);
  if (!work || name.includes(work)) return name;
  const others = titles.filter((title) => !title.includes(name));
  let end = name.length;
  while (end > 4 && !others.some((title) => title.includes(name.slice(end - 2, end)))) end--;
  return `${name.slice(0, end)}${work}`.length <= LIMIT && end > 4 ? `${name.slice(0, end)}${work}` : name;
}
