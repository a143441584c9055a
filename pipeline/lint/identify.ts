/** Whose report it is and of which year; null where the text does not say. */
export interface Identity {
  unit: string | null;
  year: number | null;
}

const ENDING =
  '(?:人民政府|政府|局|委员会|委|厅|办公室|督查室|妇联|工商联|联合会|政协|人大常委会|法院|检察院)';
/** A name at the start of a clause: 临湖区交通运输局2023年收到… */
const NAMED = new RegExp(
  `(?:^|[,，。；;:：\\s《“(（]|[今去\\d]年|全会)([\\p{Script=Han}]{1,18}?${ENDING})(?![员长领党])`,
  'gmu',
);
const SIGNATURE = new RegExp(`^([\\p{Script=Han}]{3,25}${ENDING})[。.]?$`, 'u');
/** 临澜市, 云岭县, 市, 全省: what a name begins with when it says its place. */
const PLACE = /^(?:[\p{Script=Han}]{0,4}?(?:自治[区州县]|[省市县区州旗盟]))+|^国家|^全国/u;
/** Characters that no such name has, outside the departments that are called 人力资源和社会保障 and the like. */
const FOREIGN =
  /[我本各该的了由向给对与及把被将请送是到从就按个件年副]|^[在据坚成推完交自归报不]|一年|月份|代表|委员[^会]|建议|提案[^委]|其他|办理|负责|领导|要求|召开|根据|有关|相关/;
const AND =
  /(?:资源和社会|住房和城乡|发展和改革|工业和信息|文化和旅游|规划和自然|和改革|和草原|和计划|和统计)/;

/** What a unit may be called that says 我局, 我委 … of itself. */
const OWN: Record<string, RegExp> = {
  局: /局$/,
  委: /委(?:员会)?$/,
  厅: /厅$/,
  办: /办(?:公室)?$|室$/,
  会: /会$|联$/,
  院: /院$/,
};

/** Finds the unit by signature, else by the fullest name that the text uses most for itself; the year likewise. */
export function identifyReport(text: string, title: string | null): Identity {
  return { unit: signature(text) ?? namedUnit(text, title), year: yearOf(text, title) };
}

/** The last lines: 宜黄县林业局。 before its date. */
function signature(text: string): string | null {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(-4);
  for (const line of lines.reverse()) {
    const unit = SIGNATURE.exec(line.replace(/\s/g, ''))?.[1];
    if (unit !== undefined && lines.length > 1) return unit;
  }
  return null;
}

function namedUnit(text: string, title: string | null): string | null {
  const scores = new Map<string, number>();
  const own = /[我本]([局委厅办会院])/.exec(text)?.[1];
  for (const [found, weight] of [
    [title ?? '', 3],
    [text, 1],
  ] as const) {
    for (const match of found.matchAll(NAMED)) {
      const name = match[1] ?? '';
      if (!isName(name)) continue;
      const first = scores.has(name) ? 0 : nameScore(name, own) + (match.index < 40 ? 1 : 0);
      scores.set(name, (scores.get(name) ?? 0) + weight + first);
    }
  }
  const best = [...scores].sort(([a, n], [b, m]) => m - n || b.length - a.length || (a < b ? -1 : 1))[0];
  return best && best[1] >= 3 ? best[0] : null;
}

function isName(name: string): boolean {
  const body = name.replace(PLACE, '');
  if (body.length < 3 || FOREIGN.test(name)) return false;
  return !name.includes('和') || AND.test(name);
}

function nameScore(name: string, own: string | undefined): number {
  const placed = PLACE.exec(name)?.[0].length ?? 0;
  const same = own === undefined ? 0 : OWN[own]?.test(name) ? 2 : -3;
  return (placed > 1 ? 2 : placed) + same;
}

/** The year of the title, else the one that the text names most, documents and future plans apart; else its date. */
function yearOf(text: string, title: string | null): number | null {
  const inTitle = /((?:19|20)\d\d)年/.exec(title ?? '')?.[1];
  if (inTitle !== undefined) return Number(inTitle);
  const counts = new Map<number, number>();
  for (const match of text.replace(/《[^》]*》|[〔[(（]\d{4}[〕\])）]/g, '').matchAll(/((?:19|20)\d\d)年/g)) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const best = [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0];
  return best?.[0] ?? chineseYear(text);
}

/** 二0一一年八月十九日, as signatures write it. */
function chineseYear(text: string): number | null {
  const digits = /([一二][零〇○oO0九][零〇○oO0一二三四五六七八九]{2})年/.exec(text)?.[1];
  if (digits === undefined) return null;
  const value = [...digits]
    .map((char) => (/[零〇○oO0]/.test(char) ? 0 : '〇一二三四五六七八九'.indexOf(char)))
    .join('');
  return Number(value);
}
