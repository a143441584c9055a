import type { CompiledCell } from './compiled.ts';

/** Cells that define a name which an earlier cell defines: neither would be seen by the others. */
export function findRepeatedNames(cells: readonly CompiledCell[]): { cell: CompiledCell; says: string }[] {
  const first = new Map<string, number>();
  return cells.flatMap((cell) =>
    namesOf(cell).flatMap((name) => {
      const before = first.get(name);
      if (before !== undefined) return { cell, says: `名称 ${name} 与单元 ${before} 重复；请换一个名称` };
      first.set(name, cell.id);
      return [];
    }),
  );
}

function namesOf({ mode, output, definition }: CompiledCell): string[] {
  if (mode === 'sql') return output === null ? [] : [output];
  const { outputs = [], output: single } = definition ?? {};
  return single === undefined ? outputs : [single];
}
