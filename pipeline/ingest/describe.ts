import { basename, extname } from 'node:path';
import type { Proposal } from '../rows.ts';
import { cleanText } from '../text/normalize.ts';
import { splitSections } from '../text/sections.ts';
import { bodyOf, parseNumber, yearOf } from './numbers.ts';
import { titleFromText } from './proposal.ts';

/** Labels that documents carry before the text: 案号：第12号, 提案人：…, 案由：… */
const LABEL =
  /^(案号|提案号|编号|提案编号|建议编号|案由|标题|题目|提案人|建议人|领衔代表|第一提案人|界别|类别|提出形式|地区|联系电话|提交时间|日期|主办单位|会办单位|承办单位)\s*[:：]\s*(.*)$/;

/** The heading of the form itself: 政协某某市委员会提案（第三次会议）, not a title. */
const LETTERHEAD =
  /^(?!关于).{0,12}(?:政协|政治协商会议|人民代表大会|人大).{0,24}(?:提案|建议|议案)(?:表|纸|书)?(?:[（(].*[)）])?$/;

/** A remark above the title, all in brackets: （示例数据）, 【征求意见稿】 */
const REMARK = /^[（(【［][^）)】］]{0,20}[）)】］]$/;

/** What a proposal's own document says: labels at its head, the title, the text without both. `file` is relative. */
export function describeDocument(text: string, file: string): Proposal {
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.trim());
  const labels = new Map<string, string>();
  const rest: string[] = [];
  for (const line of lines) {
    const label = rest.length < 4 ? LABEL.exec(line) : null;
    if (label) labels.set(label[1] ?? '', (label[2] ?? '').trim());
    else if (line !== '' && !(rest.length === 0 && isAboveTitle(line))) rest.push(line);
  }
  const name = basename(file, extname(file));
  const titled =
    labels.get('案由') ?? labels.get('标题') ?? labels.get('题目') ?? takeTitle(rest) ?? titleOfName(name);
  const body = rest.join('\n');
  const stated =
    labels.get('案号') ??
    labels.get('提案号') ??
    labels.get('编号') ??
    labels.get('提案编号') ??
    labels.get('建议编号');
  const number = parseNumber(stated ?? numberOfName(name));
  return {
    proposal_id: '',
    body: number.body ?? bodyOf(`${lines.slice(0, 3).join('')}${file}`),
    level: null,
    session: null,
    year: number.year ?? yearOf(file) ?? yearOf(labels.get('提交时间') ?? labels.get('日期') ?? ''),
    number: number.number,
    title: titled || titleFromText(body) || name,
    text: body || null,
    ...splitSections(body),
    proposer:
      labels.get('提案人') ??
      labels.get('第一提案人') ??
      labels.get('建议人') ??
      labels.get('领衔代表') ??
      null,
    proposer_type: null,
    sector: labels.get('界别') ?? null,
    district: null,
    category: null,
    submitted_on: null,
    filed: null,
    merged_into: null,
    key_proposal: null,
    disclosure: null,
    source_file: file,
    source_row: 0,
  };
}

function isAboveTitle(line: string): boolean {
  return LETTERHEAD.test(line) || REMARK.test(line);
}

/** Takes the title off the top: 关于…的提案 on one line or broken into two, or a short first line without a full stop. */
function takeTitle(rest: string[]): string | null {
  const [first = '', second = ''] = rest;
  if (/^关于.*(提案|建议|议案)$/.test(first)) return rest.shift() ?? null;
  if (/^关于/.test(first) && /(提案|建议|议案)$/.test(second) && second.length <= 30)
    return rest.splice(0, 2).join('');
  const short = first.length >= 4 && first.length <= 50 && !/[。！？；：:，]$/.test(first) && rest.length > 1;
  return short ? (rest.shift() ?? null) : null;
}

/** 0123 关于….docx, 第12号-关于….docx: the title of a file name without its number. */
function titleOfName(name: string): string {
  return name.replace(/^[\s\d第号〔〕年_\-—.、]+/, '').trim();
}

function numberOfName(name: string): string | null {
  return (
    /^(?:政协|人大|提案|建议)*(?:[〔[(]?\d{4}[〕\])]?年?)?[\s_-]*第?0*(\d{1,5})号?(?=[^\d年]|$)/.exec(
      name.normalize('NFKC'),
    )?.[0] ?? null
  );
}
