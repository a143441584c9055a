import { weightOf } from './background.ts';
import { hashOf } from './hash.ts';
import { mattersIn } from './matters.ts';

/** What a text names. */
export interface Names {
  /** Places, from fine to coarse. */
  village: Set<string>;
  town: Set<string>;
  county: Set<string>;
  /** Bridges, roads, schools, firms … */
  thing: Set<string>;
  /** Numbered lines: 52路, 专19, 县12线. */
  line: Set<string>;
  /** What stands in quotation marks or 《》. */
  quoted: Set<string>;
  /** Parcels, house and lane numbers, neighbourhoods: 312地号, 5邻. */
  plot: Set<string>;
  /** Quantities with their unit: 400公尺, 3亿. */
  amount: Set<string>;
  /** What is asked for or complained of, as lines of data/matters.txt. */
  matter: Set<string>;
}

export type NameKind = keyof Names;

const SUFFIXES: readonly (readonly ['village' | 'town' | 'county' | 'thing', string])[] = [
  ['village', '村 里 社区 部落 屯 寨 段 园区 片区 地区 小区 家园 花园 新村 苑'],
  ['town', '镇 乡 街道'],
  ['county', '县 市 区'],
  [
    'thing',
    '大桥 天桥 桥 大道 路 街 巷 弄 隧道 立交 高速 公园 广场 小学 中学 大学 学校 幼儿园 医院 卫生院 养老院 敬老院 ' +
      '供养中心 图书馆 体育馆 博物馆 书院 水库 水厂 河 溪 江 湖 塘 渠 港 圳 大堤 堤 泵站 涵洞 码头 火车站 车站 站 ' +
      '市场 菜场 公墓 瀑布 步道 公司 厂 电站 矿 城 楼 山 岭 洞 岛 古街 古镇 祠 寺 庙 塔 中心 基地 条例 办法 计划',
  ],
];

interface Suffix {
  kind: NameKind;
  suffix: string;
}

/** By their last character, the longest first. */
const BY_LAST = groupByLast();

function groupByLast(): Map<string, Suffix[]> {
  const groups = new Map<string, Suffix[]>();
  for (const [kind, list] of SUFFIXES) {
    for (const suffix of list.split(' ')) {
      const last = suffix.slice(-1);
      const all = [...(groups.get(last) ?? []), { kind, suffix }];
      groups.set(
        last,
        all.sort((a, b) => b.suffix.length - a.suffix.length),
      );
    }
  }
  return groups;
}

/** Characters that are part of the sentence and not of the name that follows them. */
const NO_NAME = new Set('滨沿的在和与及对将由从至到把为是有等或于各本我你该此每全这那个处所以之不');
/** The two characters of a name are rarer than this: 产业道路, 加快市区 hold none. */
const RARE_FROM = 6;
/** Before these even words of the dictionary are names: 鼓楼街道, 平安镇. */
const SURE = new Set('村 社区 镇 乡 街道'.split(' '));
const SURE_FROM = 4.5;
/** Two characters as common as this are a word; a name does not start in the middle of one: 建议|县里. */
const WORD_BELOW = 5;
/** 里 and 段 are places right after a town (湖口镇山兴里); elsewhere they mean inside and a stretch. */
const UNDER_TOWN = /^[里段]$/;
const TOWN_END = /[镇乡市区县村]/;
/** Common words that streets, bridges and schools are called after. */
const COMMON_NAMES = new Set(
  '人民 和平 解放 建设 中山 胜利 光明 文化 团结 新华 建国 中华 民族 友谊 红旗 东风 幸福 环城 滨江 滨河 中心 实验 第一 第二 第三 第四 第五'.split(
    ' ',
  ),
);

const LINE =
  /(?:[专夜快特支台县省花乡]|快速公交|快速直达专线)?[a-z]?\d{1,4}(?:快车|快|专|支)?(?:路|线|县道|省道|国道|乡道)?/g;
const LINE_MARK = /^[专夜特快台花支]|快$|道$/;
const QUOTED = /[「“《『"〈‘]([^「」“”《》『』"〈〉‘’]{2,40})[」”》』"〉’]/g;
const PLOT =
  /\d+(?:[-之]\d+)*(?=(?:、\d+(?:[-之]\d+)*)*\s*(?:等?地号|号|邻|巷|弄|甲))|(?<=地号\s*)\d+(?:-\d+)*|[一二三四五六七八九十]+(?=邻|小段)/g;
const AMOUNT = /\d+(?:[.,]\d+)*\s*(?:公尺|米|公里|公顷|亩|元|万|亿|人|户|%|栋|条|天|年|月|吨)/g;
/** Places that were made anonymous: A市, A7县. */
const CODE = /[a-z]\d*(市|区|县)/g;

/** Most texts name most kinds never; an empty set of their own for each would take more room than their words. */
const NONE: Set<string> = new Set();

/** The names in a normalised text. One is cut to the two characters before its suffix: 云岗|路, 佃起|村. */
export function namesIn(normalized: string): Names {
  const matters = mattersIn(normalized);
  const names: Names = {
    village: new Set(),
    town: new Set(),
    county: new Set(),
    thing: new Set(),
    line: new Set(),
    quoted: new Set(),
    plot: new Set(),
    amount: new Set(),
    matter: new Set(matters.map(({ matter }) => matter)),
  };
  for (const [, inside = ''] of normalized.matchAll(QUOTED))
    names.quoted.add(inside.replace(/[^\p{L}\p{N}]/gu, ''));
  for (const [code, kind] of normalized.matchAll(CODE)) names[kind === '市' ? 'county' : 'town'].add(code);
  for (const [line] of normalized.matchAll(LINE)) {
    const key = line.replace(/(?:路|线|车)$/, '');
    if (line !== key || LINE_MARK.test(line)) names.line.add(key.replace(/车$/, ''));
  }
  for (const [plot] of normalized.matchAll(PLOT)) names.plot.add(arabic(plot));
  for (const [amount] of normalized.matchAll(AMOUNT)) names.amount.add(amount.replace(/[\s,]/g, ''));
  const starts = new Set(matters.map(({ start }) => start));
  for (const { 0: run, index } of normalized.matchAll(/\p{Script=Han}+/gu)) {
    addSuffixed(run, (at) => starts.has(index + at), names);
  }
  return compact(names);
}

function compact(names: Names): Names {
  const keep = (set: Set<string>) => (set.size === 0 ? NONE : set);
  return {
    village: keep(names.village),
    town: keep(names.town),
    county: keep(names.county),
    thing: keep(names.thing),
    line: keep(names.line),
    quoted: keep(names.quoted),
    plot: keep(names.plot),
    amount: keep(names.amount),
    matter: keep(names.matter),
  };
}

function addSuffixed(run: string, startsMatter: (at: number) => boolean, names: Names): void {
  for (let end = 3; end <= run.length; end++) {
    const ends = BY_LAST.get(run[end - 1] ?? '')?.find(({ suffix }) => run.endsWith(suffix, end));
    if (!ends) continue;
    const start = end - ends.suffix.length - 2;
    // 路加|站: the name would take the head of 加站.
    if (startsMatter(start + 1)) continue;
    if (start < 0 || NO_NAME.has(run[start] ?? '') || NO_NAME.has(run[start + 1] ?? '')) continue;
    const name = run.slice(start, start + 2);
    if (UNDER_TOWN.test(ends.suffix) && !TOWN_END.test(run[start - 1] ?? '')) continue;
    const isCommon = ends.kind === 'thing' && COMMON_NAMES.has(name);
    const isName = isCommon || weightOf(hashOf(name)) >= (SURE.has(ends.suffix) ? SURE_FROM : RARE_FROM);
    const cutsWord = start > 0 && weightOf(hashOf(run, start - 1, start + 1)) < WORD_BELOW;
    // 高中学|位: a word goes on where the name would end. One-letter endings do that too often (松岗村|民) to ask.
    const goesOn =
      ends.suffix.length > 1 && end < run.length && weightOf(hashOf(run, end - 1, end + 1)) < RARE_FROM;
    if (isName && !cutsWord && !goesOn) names[ends.kind].add(run.slice(start, end));
  }
}

const DIGITS = '零一二三四五六七八九十';

/** 五邻 is 5邻; up to 十九, as many as neighbourhoods and sections have. */
function arabic(number: string): string {
  if (/^\d/.test(number)) return number;
  const digit = (char: string | undefined) => Math.max(0, DIGITS.indexOf(char ?? '零'));
  if (number.length === 1) return String(digit(number));
  return number.startsWith('十') ? String(10 + digit(number[1])) : number;
}
