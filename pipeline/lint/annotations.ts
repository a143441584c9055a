import type { LintedFile } from './lint.ts';
import { NOTE_KINDS } from './notes/note.ts';
import { describeCheck } from './print-lint.ts';

/** What the annotated copy says beside a stretch of the text. */
export interface Annotation {
  kind: 'error' | 'note';
  start: number;
  end: number;
  /** 尾数不对：41÷46 写作 89.2%，算得 89.13% */
  says: string;
}

/** The failed checks and the notes of a file, in the order of the text. */
export function toAnnotations({ checks, notes }: LintedFile): Annotation[] {
  const failed = checks
    .filter((check) => !check.ok)
    .map((check) => {
      const { name, says } = describeCheck(check);
      return { kind: 'error' as const, start: check.start, end: check.end, says: `${name}：${says}` };
    });
  const remarks = notes.map(({ kind, says, start, end }) => ({
    kind: 'note' as const,
    start,
    end,
    says: `${NOTE_KINDS[kind]}：${says}`,
  }));
  return [...failed, ...remarks].sort((a, b) => a.start - b.start || a.end - b.end);
}
