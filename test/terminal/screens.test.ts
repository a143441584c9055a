import { expect, it } from 'vitest';
import type { RunFacts } from '../../pipeline/terminal/read-facts.ts';
import {
  doubtsScreen,
  HELP,
  issueScreen,
  issuesScreen,
  logScreen,
  queueScreen,
  startScreen,
} from '../../pipeline/terminal/screens.ts';
import { decided, trackIds } from '../track/make.ts';

const first = trackIds([
  ['政协-2020-1', '政协-2021-1', '政协-2022-1'],
  ['政协-2020-2', '政协-2022-2'],
  ['政协-2021-3', '人大-2023-11'],
]);
let registry = trackIds(
  [['政协-2020-1', '政协-2021-1', '政协-2020-2', '政协-2022-2', '政协-2024-5'], ['政协-2022-1']],
  first.registry,
).registry;
registry = decided(registry, { action: '拆开', issue: 'YT-0002', proposals: ['政协-2022-2'] });
registry = decided(registry, { action: '改名', issue: 'YT-0002', name: '云岭镇路灯' });
registry = decided(registry, { action: '撤销', number: 1 });

const facts: RunFacts = {
  proposals: new Map([
    ['政协-2020-1', { title: '甲', year: 2020, outcome: '解决采纳' }],
    ['政协-2024-5', { title: '乙', year: 2024, outcome: '未答复' }],
  ]),
  queue: [
    {
      about: '主办',
      proposal_id: '政协-2024-5',
      title: '关于第5号事项的提案',
      candidates: '水利局 0.31、交通运输局 0.30',
      reason: '职责：河道整治',
    },
    {
      about: '主题',
      proposal_id: '政协-2024-5',
      title: '关于第5号事项的提案',
      candidates: '水利 0.41、交通运输 0.38',
      reason: '河道、桥',
    },
    {
      about: '主题',
      proposal_id: '政协-2020-1',
      title: '关于第1号事项的提案',
      candidates: '水利 0.44、交通运输 0.2',
      reason: '',
    },
  ],
  decided: new Set(['主办 政协-2024-5']),
};

it('the screens of jianyan review read as written down', async () => {
  const screens = {
    开始: startScreen('临澜市', registry, facts),
    '开始，还没有运行': startScreen('临澜市', trackIds([]).registry, null),
    队列: queueScreen(facts, 10),
    '队列 1': queueScreen(facts, 1),
    '队列，还没有运行': queueScreen(null, 10),
    '队列，都已决定': queueScreen({ ...facts, queue: [] }, 10),
    议题: issuesScreen(registry, ''),
    '议题 路灯': issuesScreen(registry, '路灯'),
    '议题 食堂': issuesScreen(registry, '食堂'),
    核对: doubtsScreen(registry),
    '核对，没有': doubtsScreen(first.registry),
    '看 YT-0001': issueScreen(registry, 'YT-0001', facts),
    '看 YT-0003，本次数据中没有': issueScreen(registry, 'YT-0003', null),
    '看 YT-0009': issueScreen(registry, 'YT-0009', facts),
    记录: logScreen(registry),
    '记录，没有': logScreen(first.registry),
    帮助: HELP,
  };
  const page = Object.entries(screens).map(([command, screen]) => `> ${command}\n${screen}`);
  await expect(page.join('\n')).toMatchFileSnapshot('../golden/review-screens.txt');
});
