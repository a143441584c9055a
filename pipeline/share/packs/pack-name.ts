/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const LONGEST = 60;
/** Separators, wildcards, and control and format characters, which nobody sees. */
const UNFIT = /[\\/:*?"<>|]|\p{C}/gu;

/**
 * The file name of a department's pack, without extension: nothing that a path or Windows takes for something else, and
 * none twice, whatever the case. Adds it to `taken`.
 */
export function packName(department: string, taken: Set<string>): string {
  const plain = [...department.replace(UNFIT, '_')]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  const safe = plain === '' ? '单位' : RESERVED.test(plain) ? `_${plain}` : plain;
  let name = safe;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${safe}-${n}`;
  taken.add(name.toLowerCase());
  return name;
}
