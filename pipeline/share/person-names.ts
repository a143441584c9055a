/** Words of a proposer column that are as long as a name and are none. */
const WORDS = new Set(
  '工商联 民革 民盟 民建 民进 农工党 致公党 九三 台盟 政协 人大 市政协 县政协 区政协 市人大 县人大 区人大 联名 集体 个人 团体 委员 代表 执笔 执笔人 领衔 领衔人 附议 附议人 其他 不详 妇联 共青团 总工会 侨联 科协 台联 文联 无党派'.split(
    ' ',
  ),
);
/** Four characters that end so are an office and no name, unless they begin with a surname of two. */
const OFFICE = /(?:委|会|盟|联|部|团|界|局|院|校|厂|社|处|科|组|街|镇|乡|村|党)$/;
const DOUBLE_SURNAME = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|端木|独孤|南宫|长孙)/;
const NAME =
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,8}(?:[·•]\p{Script=Han}{1,8})+|[A-Za-z][A-Za-z.'-]+(?: [A-Za-z.'-]+)+)$/u;

/** The names of persons in a cell of proposers: 张三、李 四（民建）等3人 → 张三, 李四. */
export function personNames(cell: string): string[] {
  return cell
    .split(/[、，,;；/|\n（）()【】：:]|\s{2,}|(?<=\p{Script=Han}{2})\s(?=\p{Script=Han}{2})/u)
    .map((part) =>
      part
        .replace(/等\s*\d*\s*[人名位]?.*$/, '')
        .replace(/\s*(?:委员|代表|女士|先生|同志)$/, '')
        .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
        .trim(),
    )
    .filter((name) => NAME.test(name) && !isOffice(name));
}

function isOffice(name: string): boolean {
  if (WORDS.has(name) || /^\p{Script=Han}{2}界$/u.test(name)) return true;
  return name.length === 4 && OFFICE.test(name) && !DOUBLE_SURNAME.test(name);
}

/** Finds names in texts; a blank between the characters of a name does not hide it. */
export function nameFinder(names: Iterable<string>): (text: string) => { start: number; end: number }[] {
  const known = new Set([...names].map(compact));
  const lengths = [...new Set([...known].map((name) => name.length))].sort((a, b) => b - a);
  return (text) => {
    const places = [...text.matchAll(/\S/g)].map(({ index }) => index);
    const letters = places.map((at) => text[at]).join('');
    const found: { start: number; end: number }[] = [];
    for (let i = 0; i < letters.length; i++) {
      const length = lengths.find((n) => known.has(letters.slice(i, i + n)));
      if (length === undefined) continue;
      found.push({ start: places[i] ?? 0, end: (places[i + length - 1] ?? 0) + 1 });
      i += length - 1;
    }
    return found;
  };
}

function compact(name: string): string {
  return name.replace(/\s+/g, '');
}
