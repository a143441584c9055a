import { narrow, sumBy } from '../../../pipeline/outcome/cube.ts';
import { rate } from '../../../pipeline/outcome/rate.ts';
import { changesOf } from '../../change.ts';
import { counted } from '../../counted.ts';
import { has, text } from '../../data.ts';
import { detailCube } from '../../detail-cube.ts';
import { h } from '../../dom.ts';
import { facts } from '../../facts.ts';
import { link } from '../../navigate.ts';
import { changeInWords, inYear } from '../../sentences.ts';
import type { View } from '../../view.ts';
import { warningsOf } from '../../warnings.ts';
import { percent } from '../../words.ts';
import { CARDS } from './cards.ts';
import { farBelow } from './far-below.ts';
import { overdueNow } from './overdue-now.ts';

/** A sentence and the page that shows what it speaks of. */
interface Notice {
  says: string;
  see: [name: string, tab: string];
}

/** What a leader should know first, the most pressing on top; a kind of trouble is one line. */
export function attention(view: View): HTMLElement {
  const found = [overdue, brokenPromises, falling, departments, reopened, refused, warnings, doubtfulTopics]
    .map((look) => look(view))
    .filter((notice): notice is Notice => notice !== null);
  if (found.length === 0)
    return h(
      'p',
      {},
      '逾期未答复、承诺到期未兑现、比率下降、单位明显偏低、办结再提、数据提醒都查过，没有发现需要关注的事项。',
    );
  const lines = found.map(({ says, see: [name, tab] }) =>
    h('li', {}, `${says}。`, link(`见“${name}”`, { tab })),
  );
  return h('ol', { class: 'attention' }, ...lines);
}

function overdue({ cube }: View): Notice | null {
  const { total, departments } = overdueNow(cube);
  if (total === 0) return null;
  const most = departments.slice(0, 3).map(([name, count]) => `${name} ${count}`);
  const asOf = facts().as_of;
  return {
    says: `${asOf ? `截至 ${asOf}，` : ''}过期未答复 ${total} 件次${most.length > 0 ? `，最多的是${most.join('、')}` : ''}`,
    see: ['时效', 'timeliness'],
  };
}

function brokenPromises({ cube }: View): Notice | null {
  const { numerator, denominator } = rate(cube, 'promise_rate');
  return denominator > numerator
    ? {
        says: `到期的承诺 ${denominator} 项，${denominator - numerator} 项没有兑现的记载`,
        see: ['采纳与落实', 'outcomes'],
      }
    : null;
}

function falling(view: View): Notice | null {
  const fallen = CARDS.flatMap(({ id, tab }) =>
    changesOf(view, id)
      .filter((change) => change.verdict === '下降')
      .map((change) => ({ change, tab })),
  ).sort((a, b) => a.change.value - b.change.value);
  const [worst] = fallen;
  if (!worst) return null;
  const names: Record<string, string> = {
    timeliness: '时效',
    outcomes: '采纳与落实',
    satisfaction: '满意度',
  };
  const says = fallen.map(({ change }) => `${change.rate.metric.name}${changeInWords(change)}`).join('，');
  const isRedefined = warningsOf(view).some((row) => row.kind === '口径中途改变');
  return {
    says: `${inYear(worst.change.period)}${says}，超出偶然波动${isRedefined ? '（各年口径不同，先看数据提醒）' : ''}`,
    see: [names[worst.tab] ?? '', worst.tab],
  };
}

function departments(view: View): Notice | null {
  if (view.state.filters.department !== null) return null;
  const says = ['on_time_rate', 'solved_rate', 'satisfied_rate'].flatMap((id) => {
    const below = farBelow(view.cube, id);
    const more = below.length > 3 ? `等 ${below.length} 个单位` : '';
    return below.length === 0
      ? []
      : [`${view.cube.metrics.find((m) => m.id === id)?.name}（${below.slice(0, 3).join('、')}${more}）`];
  });
  return says.length === 0
    ? null
    : { says: `明显低于各单位平均（99.8% 界限以外）：${says.join('，')}`, see: ['承办单位', 'departments'] };
}

function reopened(view: View): Notice | null {
  if (!has('issue_members')) return null;
  const again = narrow(detailCube(view, 'issue_members', ['after_solved']), { after_solved: true });
  const byPeriod = [...sumBy(again, 'period', 'rows')];
  const total = byPeriod.reduce((sum, [, count]) => sum + count, 0);
  const [last, latest = 0] = byPeriod[byPeriod.length - 1] ?? [];
  if (total === 0) return null;
  return {
    says: `办结再提 ${total} 件：同一议题答复为解决采纳后 24 个月内又被提出${byPeriod.length > 1 ? `，其中${inYear(String(last))} ${latest} 件` : ''}（由机器归并，用前请核对）`,
    see: ['反复提出', 'issues'],
  };
}

function refused(view: View): Notice | null {
  const { numerator, denominator } = rate(view.cube, 'rehandled_rate', view);
  return denominator > numerator
    ? {
        says: `首次评价不满意、台账又设有再次评价栏的 ${denominator} ${view.per}，${denominator - numerator} ${view.per}没有再次办理的记载`,
        see: ['满意度', 'satisfaction'],
      }
    : null;
}

/** First what makes a number of the page mean something else. */
const GRAVE = ['先评价后答复', '口径中途改变', '口径未列的代码', '会办单位有评价'];

function warnings(view: View): Notice | null {
  const all = warningsOf(view);
  if (all.length === 0) return null;
  const grave = GRAVE.flatMap((kind) => {
    const own = all.filter((row) => row.kind === kind);
    const subjects = [...new Set(own.map((row) => text(row.subject)).filter((s) => s !== '全部'))];
    const named =
      subjects.length === 0 ? '' : `（${subjects.slice(0, 3).join('、')}${subjects.length > 3 ? '等' : ''}）`;
    return own.length === 0 ? [] : [`${kind}${named}`];
  });
  return {
    says: `数据提醒 ${all.length} 条${grave.length > 0 ? `，先看${grave.join('、')}` : ''}：照着数字看容易误读`,
    see: ['数据与口径', 'method'],
  };
}

function doubtfulTopics(view: View): Notice | null {
  if (!view.cube.dimensions.has('topic_review')) return null;
  const own = counted(view, view.cube);
  const bySureness = sumBy(own, 'topic_review', 'entries');
  const doubted = bySureness.get(true) ?? 0;
  const all = doubted + (bySureness.get(false) ?? 0);
  return doubted > 0
    ? {
        says: `${doubted} ${view.per}（${percent(doubted, all)}）的主题机器把握不足，需人工复核`,
        see: ['议题', 'topics'],
      }
    : null;
}
