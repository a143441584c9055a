import { lintText } from '../lint/lint-text.ts';
import type { Terms } from '../lint/terms.ts';

/** 2023年政协提案办理情况报告, 关于办理人大建议工作的总结 … */
const TITLE =
  /(?:提案|建议|议案|两会|两案|议提案).{0,16}(?:办理|答复|承办|工作).{0,16}(?:报告|总结|汇报|通报)|(?:办理|承办).{0,16}(?:提案|建议|议案).{0,16}(?:报告|总结|汇报|通报)/;

/** Fewer figures than this are no report on a year's cases. */
const FIGURES = 2;

/**
 * Is a document a handling report and no proposal? A folder called 报告 says so; else its name or one of its first
 * lines must, and it must state figures.
 */
export function isHandlingReport(file: string, text: string, terms: Terms): boolean {
  if (/(?:^|\/)[^/]*报告\//.test(file)) return true;
  const name = file.replace(/^.*\//, '').replace(/\.\w+$/, '');
  const heads = [name, ...text.split('\n', 4)].filter((line) => line.length <= 60);
  return heads.some((line) => TITLE.test(line)) && lintText(text, terms).facts.length >= FIGURES;
}
