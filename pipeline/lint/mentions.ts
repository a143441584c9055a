import { isCell, readCases } from './cases.ts';
import { isTotal, type Mention, toMention } from './mention.ts';
import { readPercent, readUnknownRate } from './percents.ts';
import { ofKind, type Phrase } from './phrases.ts';
import { readRates } from './productions.ts';
import { nameRespectively, respectively } from './respectively.ts';
import type { Unit } from './units.ts';

/** How many mentions back a number is still known: a long report takes up what stands a few pages before. */
const RECALL = 200;
const COUNT_UNITS = new Set<Unit>(['件', '件次']);
/** The mentions of a folded text in order; business figures, targets and labels are left out. */
export function readMentions(text: string, phrases: readonly Phrase[]): Mention[] {
  const mentions: Mention[] = [];
  let target: Phrase | null = null;
  let business: Phrase | null = null;
  for (const [i, phrase] of phrases.entries()) {
    if (isTarget(phrase, target)) target = phrase;
    if (isBusiness(phrase, business)) business = phrase;
    if (target === phrase || business === phrase || isLabel(text, phrase, phrases[i + 1])) continue;
    mentions.push(...readPhrase(text, phrase, mentions.slice(-RECALL), phrases));
  }
  respectively(mentions);
  nameRespectively(text, mentions);
  for (const mention of mentions)
    mention.refers ||= !isCell(text, mention.phrase) && anticipates(mention, mentions);
  return mentions;
}

function readPhrase(
  text: string,
  phrase: Phrase,
  earlier: readonly Mention[],
  all: readonly Phrase[],
): Mention[] {
  const { unit } = phrase.quantity;
  if (unit === '%') return readUnknownRate(text, phrase, all) ?? readPercent(text, phrase, earlier);
  if (unit === '个百分点') return growth(phrase, earlier);
  if (COUNT_UNITS.has(unit) || isCountedCase(phrase, earlier)) return readCases(text, phrase, earlier);
  return isCountable(text, phrase) ? [toMention(phrase, { metric: 'other', family: 'plain' })] : [];
}

/** 主办提案2个, 提案两份, 136条建议, 反馈表226份, 满意203份: these units count cases beside their name. */
function isCountedCase({ quantity, before, after, leads }: Phrase, earlier: readonly Mention[]): boolean {
  const { unit, unitEnd } = quantity;
  if (unit === '条') {
    const named = after[0]?.start === unitEnd && ofKind(after.slice(0, 1), 'matter').length > 0;
    return named || earlier.some((m) => m.unit === '条' && m.family === 'matter');
  }
  if (unit === '份' && after[0]?.start === unitEnd && ofKind(after.slice(0, 1), 'response').length > 0)
    return true;
  if ((unit !== '个' && unit !== '份') || leads) return false;
  // 反馈卡收回15份, 满意14份.
  if (unit === '份' && [...ofKind(before, 'rating'), ...ofKind(before, 'response')].length > 0) return true;
  // 附议案表1份 counts a sheet of paper: the name of the cases must stand right before the number.
  if (unit === '份' && (before.at(-1)?.end ?? 0) < quantity.start - 1) return false;
  return ofKind(before, 'matter').length > 0;
}

/** 37个单位承办, 由95家单位承办, 意见建议3000余条, 署名的委员131位: other objects that such a report counts. */
function isCountable(text: string, phrase: Phrase): boolean {
  const { unit } = phrase.quantity;
  const near = [...phrase.before, ...phrase.after];
  if (unit === '位' || unit === '名') return phrase.theme !== null && ofKind(near, 'subject').length > 0;
  if (unit === '份') return false;
  if (unit === '人次' && ofKind(near, 'rate').length > 0) return true;
  if (unit !== '个' && unit !== '家') return ofKind(near, 'subject').length > 0;
  return (
    ofKind(near, 'countable').length > 0 &&
    (/方面|[承主交]办|办理|牵头/.test(text.slice(phrase.start, phrase.end)) || phrase.theme !== null)
  );
}

/** 10件提案件件落了地: a number without words of its own that another place of the report explains. */
function anticipates(mention: Mention, all: readonly Mention[]): boolean {
  if (!mention.phrase.leads || mention.unit === '%') return false;
  if (mention.family !== 'matter' && mention.family !== 'plain' && mention.family !== 'progress')
    return false;
  return all.some(
    (m) => isTotal(m) && !m.phrase.leads && m.value === mention.value && m.unit === mention.unit,
  );
}

function growth(phrase: Phrase, earlier: readonly Mention[]): Mention[] {
  const near = earlier.at(-1)?.phrase.sentence === phrase.sentence;
  // 满意率提高1.5个百分点
  const ofRate = readRates(phrase.before).length > 0 && ofKind(phrase.before, 'growth').length > 0;
  return near || ofRate ? [toMention(phrase, { metric: 'other', family: 'growth' })] : [];
}

/** 力争办结率达到90%、满意率保持100%: what is wanted, not what was reached; a target goes on to the end of its sentence. */
function isTarget({ quantity, before, carried, sentence }: Phrase, last: Phrase | null): boolean {
  const near = quantity.unit === '%' ? [...before, ...carried] : before;
  return ofKind(near, 'target').length > 0 || (quantity.unit === '%' && last?.sentence === sentence);
}

/** 专利授权313件; 受理案件12450件、结案11980件: what stands beside a business figure is one, unless it names cases. */
function isBusiness({ before, after, sentence }: Phrase, last: Phrase | null): boolean {
  const near = [...before, ...after];
  if (ofKind(near, 'business').length > 0) return true;
  const ours = (['matter', 'role', 'rating'] as const).some((kind) => ofKind(near, kind).length > 0);
  return last?.sentence === sentence && !ours;
}

/** 满意率在80%以上的229件; 不到80%的16件: the share is part of what the count is called. */
function isLabel(text: string, phrase: Phrase, next: Phrase | undefined): boolean {
  if (phrase.quantity.unit !== '%' || next?.quantity.unit !== '件') return false;
  return /^的(?:有|为|共)?$/.test(text.slice(phrase.quantity.end, next.quantity.start));
}
