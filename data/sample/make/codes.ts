/** How an outcome is written in a ledger of letters; what the four letters cannot say is written out. */
export function letter(outcome: string, style: 'A' | 'Ａ类' | '甲'): string {
  const index = ['solved', 'in_progress', 'planned', 'reference'].indexOf(outcome);
  if (index < 0) return word(outcome);
  if (style === '甲') return ['甲', '乙', '丙', '丁'][index] ?? '';
  return style === 'A'
    ? (['A', 'B', 'C', 'D'][index] ?? '')
    : (['Ａ类', 'Ｂ类', 'Ｃ类', 'Ｄ类'][index] ?? '');
}

const WORDS: Record<string, string> = {
  solved: '解决采纳',
  in_progress: '正在解决',
  planned: '列入计划',
  deferred: '因条件限制暂时不能解决',
  reference: '留作参考',
  declined: '不予采纳',
  beyond_authority: '涉及上级职权',
};

export function word(outcome: string): string {
  return WORDS[outcome] ?? outcome;
}

/** A day in one of the forms that ledgers use. */
export const day = {
  iso: (d: string | null) => d,
  dots: (d: string | null) => (d === null ? null : d.split('-').map(Number).join('.')),
  chinese: (d: string | null) => {
    const [y, m, dd] = (d ?? '').split('-').map(Number);
    return d && `${y}年${m}月${dd}日`;
  },
  /** Without the year, which the title row states. */
  short: (d: string | null) => {
    const [, m, dd] = (d ?? '').split('-').map(Number);
    return d && `${m}月${dd}日`;
  },
  /** Excel's serial number. */
  serial: (d: string | null) => d && Date.parse(`${d}T00:00:00Z`) / 86_400_000 + 25569,
  han: (d: string | null) => {
    const [y = '', m = '', dd = ''] = (d ?? '').split('-');
    return (
      d &&
      `${[...y].map((c) => '〇一二三四五六七八九'[Number(c)]).join('')}年${han(Number(m))}月${han(Number(dd))}日`
    );
  },
};

function han(n: number): string {
  const digits = '〇一二三四五六七八九';
  if (n < 10) return digits[n] ?? '';
  return `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : digits[n % 10]}`;
}

export function padded(n: number): string {
  return `第${String(n).padStart(4, '0')}号`;
}
