import { describe, expect, it } from 'vitest';
import { isHandlingReport } from '../../pipeline/ingest/recognize-report.ts';
import { readTerms } from '../../pipeline/lint/terms.ts';

const is = (file: string, text: string) => isHandlingReport(file, text, readTerms());
const FIGURES = '2023年，我局共承办政协提案12件，其中主办10件、会办2件，办复率为100%。';

describe('isHandlingReport', () => {
  it('knows a report by its title and figures', () => {
    expect(is('a.txt', `2023年政协提案办理情况报告\n${FIGURES}`)).toBe(true);
    expect(is('关于办理人大代表建议工作的总结.docx', FIGURES)).toBe(true);
  });

  it('takes a proposal about reports, and a title without figures, for a proposal', () => {
    expect(is('a.txt', '关于改进提案办理情况报告公开的提案\n现在的报告不公开，建议公开。')).toBe(false);
    expect(is('a.txt', `关于增设路灯的提案\n${FIGURES}`)).toBe(false);
  });

  it('believes a folder that is called 报告', () => {
    expect(is('报告/2023.txt', '办理情况')).toBe(true);
    expect(is('历年报告/2023.txt', '办理情况')).toBe(true);
  });
});
