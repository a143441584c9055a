const YEAR = /((?:19|20)\d\d)年/g;
/** Documents, laws and numbers of documents have years of their own. */
const DOCUMENTS = /《[^》]*》|[〔[(（]\d{4}[〕\])）](?:第?\d+号)?/g;
const DIGITS = '〇一二三四五六七八九';

/**
 * The year of the title, else the one that a folded text names most, documents apart; else that of its date, else that
 * of the notice it acts upon. null where the text does not say (20**年, xx年).
 */
export function findYear(text: string, title: string | null): number | null {
  return (
    mostNamed(title ?? '') ??
    mostNamed(text.replace(DOCUMENTS, '')) ??
    chineseYear(text) ??
    mostNamed((text.match(/《[^》]*(?:提案|建议|两会)[^》]*》/g) ?? []).join(''))
  );
}

function mostNamed(text: string): number | null {
  const counts = new Map<number, number>();
  for (const [, digits] of text.matchAll(YEAR)) {
    const year = Number(digits);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? null;
}

/** 二0一一年八月十九日, as signatures write it. */
function chineseYear(text: string): number | null {
  const digits = /([一二][零〇○oO0九][零〇○oO0一二三四五六七八九]{2})年/.exec(text)?.[1];
  if (digits === undefined) return null;
  const value = [...digits].map((char) => (/[零〇○oO0]/.test(char) ? 0 : DIGITS.indexOf(char)));
  return Number(value.join(''));
}
