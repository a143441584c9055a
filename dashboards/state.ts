/** What the reader looks at, all of it kept in the address: a page can be bookmarked, sent and gone back to. */
export interface State {
  tab: string;
  /** The case that is open in the list, by proposal_id. */
  case: string | null;
  /** The department whose page is open. */
  unit: string | null;
  filters: Filters;
  /** What is looked for on the open page; absent when nothing is. */
  find?: Find;
}

/** `words`: in the list of proposals or among the definitions; the others narrow, order and page the list. */
export type Find = Readonly<Partial<Record<(typeof FIND)[number], string>>>;
const FIND = ['words', 'outcome', 'rating', 'late', 'key', 'sort', 'page'] as const;

/** null: all. `from` and `to` are years; proposals without a year are in no range. */
export interface Filters {
  from: number | null;
  to: number | null;
  body: string | null;
  topic: string | null;
  department: string | null;
  district: string | null;
  proposer_type: string | null;
}

export const ALL: Filters = {
  from: null,
  to: null,
  body: null,
  topic: null,
  department: null,
  district: null,
  proposer_type: null,
};

/** The filters that pick one value, in the order of the bar, with what they are called. */
export const CHOICES = {
  body: '类别',
  topic: '主题',
  department: '承办单位',
  district: '地区',
  proposer_type: '提案人',
} as const;

export type Choice = keyof typeof CHOICES;
const KEYS: readonly Choice[] = ['body', 'topic', 'department', 'district', 'proposer_type'];

/** #topics?year=2021-2023&topic=水利; whatever cannot be read is left out. */
export function parseAddress(hash: string): State {
  const [tab = '', query = ''] = splitOnce(hash.replace(/^#/, ''), '?');
  const given = new URLSearchParams(query);
  const years = /^(\d{4})?-(\d{4})?$/.exec(given.get('year') ?? '');
  const filters = { ...ALL, from: toYear(years?.[1]), to: toYear(years?.[2]) };
  for (const key of KEYS) filters[key] = given.get(key) || null;
  const find: Find = Object.fromEntries(
    FIND.flatMap((key) => {
      const value = given.get(key);
      return value ? [[key, value]] : [];
    }),
  );
  return {
    tab: decodeSafely(tab),
    case: given.get('case') || null,
    unit: given.get('unit') || null,
    filters,
    ...(Object.keys(find).length === 0 ? {} : { find }),
  };
}

export function toAddress(state: State): string {
  const query = new URLSearchParams();
  const { from, to } = state.filters;
  if (from !== null || to !== null) query.set('year', `${from ?? ''}-${to ?? ''}`);
  for (const key of KEYS) {
    const value = state.filters[key];
    if (value !== null) query.set(key, value);
  }
  if (state.unit !== null) query.set('unit', state.unit);
  if (state.case !== null) query.set('case', state.case);
  for (const key of FIND) {
    const value = state.find?.[key];
    if (value) query.set(key, value);
  }
  const text = query.toString();
  return `#${state.tab}${text === '' ? '' : `?${text}`}`;
}

/** The filters in words, for titles of files and of print: 2021—2023年，主题：水利. */
export function filtersInWords({ from, to, ...choices }: Filters): string {
  const years =
    from === null && to === null ? [] : [from === to ? `${from}年` : `${from ?? '最早'}—${to ?? '最近'}年`];
  const chosen = KEYS.flatMap((key) => (choices[key] === null ? [] : [`${CHOICES[key]}：${choices[key]}`]));
  return [...years, ...chosen].join('，');
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function toYear(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
