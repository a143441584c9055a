/** What staff call a column of the schema raw; others keep their names. */
const NAMES: Record<string, string> = {
  title: '标题',
  text: '正文',
  problem: '正文',
  analysis: '正文',
  suggestion: '正文',
  reply_text: '答复',
  proposer: '提案人',
  department: '承办单位',
  department_raw: '承办单位',
  number: '编号',
  proposal_id: '案件标识',
  source_file: '文件名',
  file: '文件名',
  value: '其他列',
  detail: '办理经过',
  item: '承诺事项',
  evidence: '依据',
  reason: '依据',
  words: '判定词',
  note: '备注',
  name: '名称',
  outcome_raw: '办理结果',
  result_raw: '评价',
  attitude_raw: '评价',
};

export function placeName(column: string): string {
  return NAMES[column] ?? column;
}
