import { BODY_WORDS } from './body-words.ts';
import {
  counted,
  divided,
  type Figure,
  type Figures,
  listed,
  MISSING,
  type Part,
  parts,
  type Source,
} from './figure.ts';
import { ofAnswers, ofProposals, type Scope } from './scope.ts';
import { share } from './share.ts';

const PROPOSER_WORDS = { 个人: '个人提出', 联名: '联名提出', 集体: '集体提出' };
const ROLE_WORDS = { sole: '独办', lead: '主办', separate: '分办', joint: '合办' };
const LEVEL_WORDS = { 省: '省级', 市: '市级', 县: '县级', 乡: '乡级' };
const DISCLOSURE_WORDS = { 主动公开: '主动公开', 依申请公开: '依申请公开', 不予公开: '不予公开' };

/** What came in: counts by body, role, level, proposer, topic, filing and openness, key ones, and the year before. */
export async function receiptFigures(source: Source, scope: Scope): Promise<Figures> {
  const from = `proposals where ${ofProposals(scope)}`;
  const by = (label: string, column: string, words: Readonly<Record<string, string>> | null) =>
    parts(source, label, from, column, words);
  const all = await counted(source, '收到', `select proposal_id from ${from}`);
  const received = all.value ?? 0;
  const among = async (label: string, condition: string) =>
    counted(source, label, `select proposal_id from ${from} and ${condition}`, received);
  const stated = async (label: string, column: string) => {
    const known = await among(`${label}有记载`, `${column} is not null`);
    return known.value === 0 ? MISSING : known;
  };
  const keyKnown = await stated('重点', 'key_proposal');
  const roles = await parts(source, '承办方式', `answers where ${ofAnswers(scope)}`, 'role', ROLE_WORDS);
  return {
    收到: all,
    收到分类: await receivedByBody(source, scope, all),
    ...(await comparedWithLastYear(source, scope, all)),
    立案: await among('立案', `filed in ('立案', '并案')`),
    立案情况: filing(await by('立案情况', 'filed', null), await stated('立案情况', 'filed'), received),
    重点: keyKnown.value === null ? MISSING : await among('重点', 'key_proposal'),
    提出方式: withUnknown(divided(await by('提出方式', 'proposer_type', PROPOSER_WORDS)), received),
    承办方式: divided(roles),
    有会办: await among('有会办单位', 'co_departments is not null'),
    层级: withUnknown(divided(await levels(source, scope)), received),
    主题: topTopics(await by('主题', 'topic_name', null)),
    公开: listed(await by('公开属性', 'disclosure', DISCLOSURE_WORDS), { shares: true }),
    公开有记载: await stated('公开属性', 'disclosure'),
    主题待复核: await among('主题待复核', 'topic_review'),
  };
}

/** 人大代表建议38件（主办33件、会办5件）、政协提案39件（主办28件、会办11件），合计77件. */
async function receivedByBody(source: Source, scope: Scope, all: Figure): Promise<Figure> {
  const from = `proposals where ${ofProposals(scope)}`;
  const bodies = await parts(source, '收到', from, `coalesce(body, '不明')`, BODY_WORDS);
  const items: string[] = [];
  const traces = bodies.length > 1 ? [...all.traces] : [];
  for (const { name: body, trace } of bodies) {
    const name = bodies.length === 1 && body === BODY_WORDS.不明 ? '提案建议' : body;
    const roles = scope.unit === null ? [] : await unitRoles(source, scope, name, trace.sql);
    const inner =
      roles.length < 2
        ? ''
        : `（${roles.map((part) => `${part.name}${part.trace.ids.length}件`).join('、')}）`;
    items.push(`${name}${trace.ids.length}件${roles.length === 1 ? `（均为${roles[0]?.name}）` : inner}`);
    traces.push(trace, ...roles.map((part) => part.trace));
  }
  const text = bodies.length > 1 ? `${items.join('、')}，合计${all.value}件` : items.join('');
  return { ...all, text, traces };
}

/** What a unit leads and what it only gives an opinion on; an opinion beside its own answer is not counted again. */
async function unitRoles(source: Source, scope: Scope, name: string, sql: string): Promise<Part[]> {
  const own = `select proposal_id from answers where ${ofAnswers({ ...scope, body: null })}`;
  const joint = `select proposal_id from answers where ${ofAnswers({ ...scope, body: null })} and role in ('joint', 'separate')`;
  const [lead, shared, co] = await Promise.all([
    counted(source, `${name}：主办`, `${sql} and proposal_id in (${own})`),
    counted(source, `${name}：合办、分办`, `${sql} and proposal_id in (${joint})`),
    counted(source, `${name}：会办`, `${sql} and proposal_id not in (${own})`),
  ]);
  const named = [[(shared.value ?? 0) > 0 ? '主办和合办' : '主办', lead] as const, ['会办', co] as const];
  return named.flatMap(
    ([
      role,
      {
        traces: [trace],
      },
    ]) => (trace && trace.ids.length > 0 ? [{ name: role, trace }] : []),
  );
}

/** 立案116件（其中并案6件）、转意见建议3件; says of how many where the ledger does not say it of all. */
function filing(list: readonly Part[], known: Figure, received: number): Figure {
  if (known.value === null) return MISSING;
  const count = (name: string) => list.find((part) => part.name === name)?.trace.ids.length ?? 0;
  const merged = count('并案');
  const filed = count('立案') + merged;
  const inner = merged > 0 ? `（其中并案${merged}件）` : '';
  const others = list.filter(({ name }) => name !== '立案' && name !== '并案');
  const items = [
    ...(filed > 0 ? [`立案${filed}件${inner}`] : []),
    ...others.map(({ name, trace }) => `${name === '不立案' ? '不予立案' : name}${trace.ids.length}件`),
  ];
  const text = items.join('、');
  const of = known.value === received ? '' : `有审查记载的${known.value}件中，`;
  return {
    text: `${of}${text}`,
    value: filed,
    whole: known.value,
    traces: [...known.traces, ...list.map((part) => part.trace)],
  };
}

function withUnknown(figure: Figure, received: number): Figure {
  const known = figure.traces.reduce((sum, { ids }) => sum + ids.length, 0);
  if (figure.text === null || known === received) return figure;
  return { ...figure, text: `${figure.text}，未注明的${received - known}件` };
}

/** Topics named one by one in running text; the rest is in the table. */
const NAMED_TOPICS = 6;

/** 农业产业23件、教育20件……其余13类共60件. */
function topTopics(list: readonly Part[]): Figure {
  // 其他 is no topic to name before the rest.
  const ranked = [
    ...list.filter(({ name }) => name !== '其他'),
    ...list.filter(({ name }) => name === '其他'),
  ];
  const named = ranked.length <= NAMED_TOPICS + 2 ? ranked : ranked.slice(0, NAMED_TOPICS);
  const rest = ranked.slice(named.length);
  const others = rest.reduce((sum, { trace }) => sum + trace.ids.length, 0);
  const text = listed(named, { shares: false }).text ?? '';
  const tail = rest.length === 0 ? '' : `，其余${rest.length}个主题${others}件`;
  return { text: `${text}${tail}`, value: list.length, whole: null, traces: list.map((part) => part.trace) };
}

async function levels(source: Source, scope: Scope): Promise<Part[]> {
  const inScope = `select proposal_id from proposals where ${ofProposals(scope)}`;
  return parts(source, '层级', `raw.proposals where proposal_id in (${inScope})`, 'level', LEVEL_WORDS);
}

/** Growth over the year before; missing without a year, or where the run does not have the year before. */
async function comparedWithLastYear(source: Source, scope: Scope, now: Figure): Promise<Figures> {
  const none = { 上年: MISSING, 与上年相差: MISSING, 与上年增减: MISSING };
  if (scope.year === null || now.value === null) return none;
  const before = await counted(
    source,
    '上年收到',
    `select proposal_id from proposals where ${ofProposals({ ...scope, year: scope.year - 1 })}`,
  );
  if (!before.value) return none;
  const difference = now.value - before.value;
  const traces = [...now.traces, ...before.traces];
  const grown = `${difference > 0 ? '增加' : '减少'}${Math.abs(difference)}件，${difference > 0 ? '增长' : '下降'}${share(Math.abs(difference), before.value)}`;
  return {
    上年: before,
    与上年相差: { text: String(difference), value: Math.abs(difference), whole: null, traces },
    与上年增减: { text: grown, value: difference, whole: null, traces },
  };
}
