/**
 * The columns of reviews.csv in their order: field → header. `decision` stands last, because a line that ends with one
 * of its two words was written to its end. 说明 would be taken for the proposal's text when the file is trained on.
 */
export const COLUMNS = {
  decided_at: '时间',
  reviewer: '人员',
  proposal_id: '案件标识',
  title: '标题',
  text: '正文',
  machine_topic: '机器主题',
  machine_topic_score: '机器主题把握',
  machine_lead: '机器主办',
  machine_lead_score: '机器主办把握',
  machine_co: '机器会办',
  machine_review: '机器提示复核',
  topic: '人工主题',
  subtopic: '人工二级主题',
  lead: '人工主办',
  co: '人工会办',
  note: '备注',
  decision: '决定',
} as const;

export type Column = keyof typeof COLUMNS;

/** What the cells of `decision` say. */
export const ACCEPTED = '采纳';
export const CORRECTED = '改正';

/**
 * One decision of a person, as its line of reviews.csv holds it: all cells are text, empty when nothing was said.
 * Topics are names of the taxonomy, several co-handlers are parted by 、, scores lie in [0, 1].
 */
export type Review = Record<Column, string>;

export const FIELDS: readonly Column[] = Object.keys(COLUMNS).filter(isColumn);

function isColumn(key: string): key is Column {
  return key in COLUMNS;
}

/** The field of a header, also by the name it had in earlier versions. */
export function fieldOf(header: string): Column | null {
  const name = header.trim();
  if (name === '说明') return 'note';
  return FIELDS.find((field) => COLUMNS[field] === name) ?? null;
}
