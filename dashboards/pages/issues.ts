import { sumBy } from '../../pipeline/outcome/cube.ts';
import { has, table } from '../data.ts';
import { h } from '../dom.ts';
import { finding } from '../figure.ts';
import { rateWithDoubt } from '../rate-words.ts';
import type { Page, View } from '../view.ts';
import { issueSection } from './issues/issue-section.ts';
import { issuesOf } from './issues/read-issues.ts';
import { hasReopened, REOPENED, reopenedFigure, reopenedRate } from './issues/reopened.ts';

export const issuesPage: Page = (view) => {
  const hasIssues = has('issues') && has('issue_members');
  const found = hasIssues ? issuesOf(view) : [];
  return [
    finding([...(hasIssues ? [countedIssues(found)] : []), reopenedSentence(view)].join(''), REOPENED),
    h(
      'p',
      { class: 'note' },
      '议题由机器归并：漏并使次数和再提率偏低，错并使它们偏高。对外引用前须由熟悉情况的同志逐个核对（jianyan review 可以并案、拆开）。',
    ),
    ...(hasIssues ? [issueSection(found, view)] : []),
    ...(hasReopened(view) ? [reopenedFigure(view)] : []),
  ];
};

function countedIssues(found: readonly number[]): string {
  if (found.length === 0) return '没有发现提出两次以上的议题。';
  const issues = table('issues');
  const [special, again] = ['special_report', 'after_solved'].map((name) => issues.getChild(name));
  const unsolved = found.filter((i) => special?.get(i) === true).length;
  const reopened = found.filter((i) => Number(again?.get(i)) > 0).length;
  return `${found.length} 个议题提出过两次以上，其中 ${unsolved} 个在两个以上年度提出三次以上、最近一次仍未解决，${reopened} 个在答复“解决采纳”后又被提出。`;
}

function reopenedSentence(view: View): string {
  if (!hasReopened(view)) return '';
  const solved = reopenedRate(view.cube, 'solved');
  if (Number.isNaN(solved.denominator) || solved.denominator === 0) {
    const any = [...sumBy(view.cube, 'outcome', 'answers').keys()].includes('solved');
    return any
      ? '答复“解决采纳”的都还不满 24 个月，看不出会不会再提。'
      : '没有答复“解决采纳”的，算不出再提率。';
  }
  return `答复“解决采纳”、已满 24 个月的 ${solved.denominator} 件次中，${solved.numerator} 件次又被提出，再提率 ${rateWithDoubt(solved)}。`;
}
