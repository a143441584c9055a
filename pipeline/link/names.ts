import { weightOf } from './background.ts';
import { hashOf } from './hash.ts';

/** What a text names: places from fine to coarse, things, numbered lines, quoted titles, quantities. */
export interface Names {
  village: Set<string>;
  town: Set<string>;
  county: Set<string>;
  thing: Set<string>;
  line: Set<string>;
  quoted: Set<string>;
  number: Set<string>;
}

export type NameKind = keyof Names;

const SUFFIXES: [NameKind, string][] = [
  ['village', '村 里 社区 部落 屯 寨 段 组 园区 片区 地区 小区 家园 花园 新村 苑'],
  ['town', '镇 乡 街道'],
  ['county', '县 市 区'],
  [
    'thing',
    '大桥 天桥 桥 大道 路 街 巷 弄 隧道 立交 高速 公园 广场 小学 中学 大学 学校 幼儿园 医院 卫生院 养老院 敬老院 供养中心 图书馆 体育馆 博物馆 书院 ' +
      '水库 水厂 河 溪 江 湖 塘 渠 港 圳 大堤 堤 泵站 涵洞 码头 火车站 车站 站 市场 菜场 公墓 瀑布 步道 公司 厂 电站 矿 城 楼 山 岭 洞 岛 古街 古镇 祠 寺 庙 塔 中心 基地 条例 办法 计划',
  ],
];

/** Longest suffix first, by its last character. */
const BY_LAST = new Map<string, { kind: NameKind; suffix: string }[]>();
for (const [kind, list] of SUFFIXES) {
  for (const suffix of list.split(' ')) {
    const last = suffix.slice(-1);
    const all = [...(BY_LAST.get(last) ?? []), { kind, suffix }];
    BY_LAST.set(
      last,
      all.sort((a, b) => b.suffix.length - a.suffix.length),
    );
  }
}

/** Characters that are part of the sentence and not of the name that follows them. */
const NO_NAME = new Set('的在和与及对将由从至到把为是有等或于各本我你该此每全这那个处所以之不');

const LINE =
  /(?:[专夜快特支台县省花乡]|快速公交|快速直达专线)?[a-z]?\d{1,4}(?:快车|快|专|支)?(?:路|线|县道|省道|国道|乡道)?/g;
const QUOTED = /[「“《『"〈‘]([^「」“”《》『』"〈〉‘’]{2,40})[」”》』"〉’]/g;
const NUMBER = /\d+(?:[.,]\d+)*(?:-\d+)?\s*(?:公尺|米|公里|地号|号|亩|元|万|人|户|%|栋|条|天|年|月)/g;
const CODE = /[a-z]\d*(市|区|县)/g;

/** The names in a normalised text. A name is cut to the two characters before its suffix: 云岗|路, 佃起|村. */
export function namesIn(normalized: string): Names {
  const names: Names = {
    village: new Set(),
    town: new Set(),
    county: new Set(),
    thing: new Set(),
    line: new Set(),
    quoted: new Set(),
    number: new Set(),
  };
  for (const [, inside = ''] of normalized.matchAll(QUOTED))
    names.quoted.add(inside.replace(/[^\p{L}\p{N}]/gu, ''));
  for (const [code, kind] of normalized.matchAll(CODE)) names[kind === '市' ? 'county' : 'town'].add(code);
  for (const [line] of normalized.matchAll(LINE)) {
    const key = line.replace(/(路|线|车)$/, '');
    if (line !== key || /^[专夜特快台花]|快$|道$/.test(line)) names.line.add(key.replace(/车$/, ''));
  }
  for (const [number] of normalized.matchAll(NUMBER)) names.number.add(number.replace(/[\s,]/g, ''));
  for (const [run] of normalized.matchAll(/\p{Script=Han}+/gu)) addSuffixed(run, names);
  return names;
}

function addSuffixed(run: string, names: Names): void {
  for (let end = 3; end <= run.length; end++) {
    const ends = BY_LAST.get(run[end - 1] ?? '')?.find(({ suffix }) => run.endsWith(suffix, end));
    if (!ends) continue;
    const start = end - ends.suffix.length - 2;
    if (start < 0) continue;
    if (NO_NAME.has(run[start] ?? '') || NO_NAME.has(run[start + 1] ?? '')) continue;
    const weight = Math.max(
      weightOf(hashOf(run, start, start + 2)),
      weightOf(hashOf(run, start + 1, start + 3)),
    );
    if (weight >= RARE) names[ends.kind].add(run.slice(start, end));
  }
}

const RARE = 5.5;
