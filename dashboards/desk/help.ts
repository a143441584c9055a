import { h } from '../dom.ts';
import { key, openDialog } from './view.ts';

const KEYS: [keys: string[], does: string][] = [
  [['j', '↓'], '下一件'],
  [['k', '↑'], '上一件'],
  [['1', '…', '5'], '选第几个候选'],
  [['←', '→'], '在主题和主办单位之间切换'],
  [['Enter'], '记下决定，转到下一件'],
  [['e'], '查找主办、会办或主题来改正（Tab 切换）'],
  [['s'], '与相似案件并排看（← → 换一件）'],
  [['p'], '粘贴一件'],
  [['/'], '检索历年案件'],
  [['?'], '本页'],
  [['Esc'], '关闭窗口'],
];

export function openHelp(): void {
  const rows = KEYS.map(([keys, does]) =>
    h(
      'tr',
      {},
      h('td', {}, ...keys.map((k) => (k === '…' ? h('span', {}, '…') : key(k)))),
      h('td', {}, does),
    ),
  );
  openDialog(
    '快捷键',
    'help',
    h('table', {}, h('tbody', {}, ...rows)),
    h(
      'p',
      { class: 'hint' },
      '每个决定立即写入工作区的 reviews.csv；同一件以最后一次为准。重新 run 时采用，也可用于 train。',
    ),
  );
}
