import { definition } from '../../../pipeline/outcome/metrics-of.ts';
import { cube } from '../../data.ts';
import { h } from '../../dom.ts';
import { note } from '../../navigate.ts';
import type { View } from '../../view.ts';

/** What is no metric of data/metrics.yaml. */
const OTHER_DEFINITIONS: [string, string][] = [
  ['件数', '台账和单独文档中的提案、建议，一件一计；同一件在台账中按单位分行的合为一件。'],
  [
    '件和件次',
    '合计、主题等按件，一件多个单位答复的只计第一个应答复单位；单位之间比较按件次，每个应答复单位各计一次。',
  ],
  ['95% 区间', 'Wilson 区间。件数少时区间宽，不宜据此排名。'],
  ['主题', '由训练好的分类模型与主题词表共同判定，得分是判对的概率；达不到要求准确率的标“？”，须人工复核。'],
  [
    '议题',
    '内容相同或提的是同一件事的提案归为一个议题，由机器归并，编号各次运行不变；对外使用前须经人工核对。',
  ],
];

/** Every definition, to be searched; the address names the one that a link led to. */
export function definitionsOf({ medium, state }: View): Node[] {
  const all = [
    ...cube().metrics.map((m): [string, string] => [m.name, `${definition(m)}依据：${m.source}。`]),
    ...OTHER_DEFINITIONS,
  ];
  const list = h('dl', { class: 'definitions' });
  const show = (words: string) => {
    const found = all.filter(([name, says]) => `${name}${says}`.includes(words));
    // Who follows a link to 满意率 wants that one first, not all that mention it.
    found.sort(([a], [b]) => Number(b === words) - Number(a === words));
    list.replaceChildren(
      ...(found.length === 0
        ? [h('dt', {}, '没有'), h('dd', {}, `没有提到“${words}”的口径`)]
        : found.flatMap(([name, says]) => [h('dt', {}, name), h('dd', {}, says)])),
    );
  };
  const words = medium === 'print' ? '' : (state.find?.words ?? '');
  show(words);
  const title = h('h3', {}, '指标口径');
  if (medium === 'print') return [title, list];
  const search = document.createElement('input');
  Object.assign(search, { type: 'search', placeholder: '查找口径，如：满意率', value: words });
  search.setAttribute('aria-label', '查找口径');
  search.addEventListener('input', () => {
    note({ words: search.value });
    show(search.value.trim());
  });
  return [title, h('div', { class: 'tools' }, search), list];
}
