import { group } from 'd3-array';

/** Case ids so that a reader can find them: 政协-2024-1、政协-2024-2、政协-2024-3 → 政协-2024：1—3. */
export function listCases(ids: readonly string[]): string {
  const groups = group(new Set(ids), (id) => /^(.*)-\d+$/.exec(id)?.[1] ?? '');
  const named = [...groups].map(([prefix, members]) => {
    if (prefix === '') return members.join('、');
    const numbers = members.map((id) => Number(id.slice(prefix.length + 1))).sort((a, b) => a - b);
    return `${prefix}：${ranges(numbers).join(', ')}`;
  });
  return named.join('；');
}

function ranges(numbers: readonly number[]): string[] {
  const found: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    let end = i;
    while (numbers[end + 1] === (numbers[end] ?? 0) + 1) end += 1;
    const [first, last] = [numbers[i], numbers[end]];
    if (end - i < 2) found.push(...numbers.slice(i, end + 1).map(String));
    else found.push(`${first}—${last}`);
    i = end + 1;
  }
  return found;
}
