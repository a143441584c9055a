import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../pipeline/terminal/parse-command.ts';

describe('parseCommand', () => {
  it.each([
    ['', null],
    ['队列', { kind: 'queue', count: 10 }],
    ['q 50', { kind: 'queue', count: 50 }],
    ['议题 食堂', { kind: 'issues', word: '食堂' }],
    ['看 yt-12', { kind: 'show', issue: 'YT-0012' }],
    ['并案　ＹＴ-0001、YT-2，政协-2024-12', merge('YT-0001', 'YT-0002', '政协-2024-12')],
    ['m YT-0001 YT-0002', merge('YT-0001', 'YT-0002')],
    [
      '拆开 YT-0001 政协-2024-12 人大-2023-2',
      {
        kind: 'decide-issue',
        wish: { action: '拆开', issue: 'YT-0001', proposals: ['政协-2024-12', '人大-2023-2'] },
      },
    ],
    [
      '改名 YT-0001 甘竹桥、万年台（一期） 改建',
      {
        kind: 'decide-issue',
        wish: { action: '改名', issue: 'YT-0001', name: '甘竹桥、万年台（一期） 改建' },
      },
    ],
    ['撤销 3', { kind: 'decide-issue', wish: { action: '撤销', number: 3 } }],
    [
      '主题 政协-2024-12',
      { kind: 'decide-case', wish: { about: '主题', proposal_id: '政协-2024-12', choice: '' } },
    ],
    [
      'd 政协-2024-12 水利局',
      { kind: 'decide-case', wish: { about: '主办', proposal_id: '政协-2024-12', choice: '水利局' } },
    ],
    ['无误 YT-3', { kind: 'decide-issue', wish: { action: '无误', issue: 'YT-0003' } }],
    ['核对', { kind: 'doubts' }],
    ['记录', { kind: 'log' }],
    ['？', { kind: 'help' }],
    ['X', { kind: 'quit' }],
    ['删除 YT-0001', { kind: 'unknown', line: '删除 YT-0001' }],
  ])('%s', (line, command) => {
    expect(parseCommand(line)).toEqual(command);
  });
});

function merge(...targets: string[]) {
  return { kind: 'decide-issue', wish: { action: '并案', targets } };
}
