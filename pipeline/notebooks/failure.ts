import { InputError } from '../errors.ts';

/** A cell that cannot be shown. */
export interface Failure {
  /** The notebook. */
  file: string;
  cell: number;
  /** Line of the notebook on which the cell starts. */
  line: number;
  /** What is wrong; what to do. */
  says: string;
}

export function failureLine({ file, cell, line, says }: Failure): string {
  return `${file} 单元 ${cell}（第 ${line} 行起）：${says}`;
}

/** All failures as one error. */
export function failuresError(failures: readonly Failure[]): InputError {
  const pages = new Set(failures.map((f) => f.file)).size;
  const list = failures.map((failure) => `\n  ${failureLine(failure)}`).join('');
  return new InputError('笔记', `${pages} 本有单元出错，没有生成它们的页面${list}\n`, '请按行号改正后重试');
}
