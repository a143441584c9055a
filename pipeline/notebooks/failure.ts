import { InputError } from '../errors.ts';

/** What keeps a notebook from being shown. */
export interface Failure {
  /** The notebook. */
  file: string;
  /** The cell that failed and the line of the notebook on which it starts; null for the notebook as a whole. */
  cell: { id: number; line: number } | null;
  /** What is wrong; what to do. */
  says: string;
}

export function failureLine({ file, cell, says }: Failure): string {
  return `${file}${cell === null ? '' : ` 单元 ${cell.id}（第 ${cell.line} 行起）`}：${says}`;
}

/** All failures as one error. */
export function failuresError(failures: readonly Failure[]): InputError {
  const pages = new Set(failures.map((f) => f.file)).size;
  const list = failures.map((failure) => `\n  ${failureLine(failure)}`).join('');
  return new InputError('笔记', `${pages} 本有错，没有生成页面，其余照常${list}\n`, '请改正后重试');
}
