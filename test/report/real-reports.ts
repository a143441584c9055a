/** What an office led and helped with for one body, what became of what it led, and what it had not answered yet. */
interface OfBody {
  lead?: number;
  co?: number;
  a?: number;
  b?: number;
  d?: number;
  open?: number;
}

/** The counts of a real report, as a ledger would hold them. */
export interface Counts {
  of: string;
  人大?: OfBody;
  政协?: OfBody;
  /** The figures that the report states of them, by which the table is held against the source document. */
  states: string[];
}

/**
 * The figures of the reports of the source document that give any, in its order; four more (a reply, two outlines and a
 * report in words) give none. Where a report tells no roles, all is led.
 */
export const REAL_REPORTS: readonly Counts[] = [
  { of: '寿县人民政府 2020', 政协: { lead: 16 }, states: ['received 政协 16'] },
  {
    of: '宜黄县林业局 2020',
    人大: { lead: 2 },
    政协: { lead: 1 },
    states: ['received 人大 2', 'received 政协 1'],
  },
  {
    of: '玉溪市农业农村局 2021',
    人大: { lead: 33, co: 5 },
    政协: { lead: 28, co: 11 },
    states: [
      'received 人大 38',
      'lead 人大 33',
      'co 人大 5',
      'received 政协 39',
      'lead 政协 28',
      'co 政协 11',
    ],
  },
  {
    of: '上海市民政局 2021',
    人大: { lead: 53, co: 71, a: 41, b: 2, d: 3 },
    政协: { lead: 50, co: 59, a: 45, b: 1, d: 2, open: 2 },
    states: [
      'received 人大 124',
      'co 人大 71',
      'outcome_a 人大 41',
      'received 政协 109',
      'outcome_a 政协 45',
    ],
  },
  {
    of: '蚌埠市发展改革委 2021',
    人大: { lead: 16 },
    政协: { lead: 47 },
    states: ['other 人大 2', 'received 人大 14', 'other 政协 2', 'received 政协 1', 'received 政协 44'],
  },
  {
    of: '芒市水利局 2021',
    人大: { lead: 15 },
    政协: { lead: 11 },
    states: ['lead 合计 26', 'lead 人大 15', 'lead 政协 11'],
  },
  {
    of: '连云港市医疗保障局 2021',
    人大: { co: 3 },
    政协: { lead: 4, co: 9 },
    states: ['co 人大 3', 'co 政协 1', 'received 政协 12', 'lead 政协 4', 'co 政协 8'],
  },
  {
    of: '市地方金融监管局 2021',
    人大: { lead: 1 },
    政协: { lead: 2 },
    states: ['lead 人大 1', 'lead 政协 2'],
  },
  { of: '郴州市妇联', 政协: { lead: 2, co: 3 }, states: ['received 政协 5', 'lead 政协 2', 'co 政协 3'] },
  {
    of: '上海市民政局 2020',
    人大: { lead: 42, co: 34, a: 38, b: 1, d: 2, open: 1 },
    政协: { lead: 35, co: 34, a: 33, b: 1, d: 1 },
    states: [
      'received 人大 76',
      'outcome_a 人大 38',
      'received 政协 69',
      'outcome_a 政协 33',
      'outcome_d 政协 1',
    ],
  },
  {
    of: '永平县文体广电旅游局',
    人大: { lead: 3 },
    政协: { lead: 11 },
    states: ['received 合计 14', 'received 政协 11'],
  },
  { of: '区某办 2020', 政协: { co: 1 }, states: ['co 政协 1'] },
  {
    of: '景德镇市民政局 2019',
    政协: { lead: 13, a: 8, b: 4, d: 1 },
    states: ['received 政协 13', 'outcome_a 政协 8', 'outcome_b 政协 4', 'outcome_d 政协 1'],
  },
  { of: '大荔县经合局 2011', 政协: { lead: 2 }, states: ['received 政协 2'] },
];
