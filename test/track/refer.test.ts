import { expect, it } from 'vitest';
import { referTo } from '../../pipeline/track/refer.ts';

const refer = referTo([
  { proposal_id: '政协-市-2021-1', title: '关于修建甘竹桥的提案', year: 2021 },
  { proposal_id: '政协-2021-2', title: '关于增设路灯的提案', year: 2021 },
  { proposal_id: '政协-2021-3', title: '关于增设路灯的提案', year: 2021 },
  { proposal_id: '政协-2022-4', title: '关于修缮万年台的提案', year: 2022 },
]);

it('finds a proposal by its title where the id changed, within the year that the old id tells', () => {
  expect(refer({ proposal_id: '政协-2021-1', title: '关于修建甘竹桥的提案' })).toBe('政协-市-2021-1');
  expect(refer({ proposal_id: '政协-2020-1', title: '关于修建甘竹桥的提案' })).toBe('政协-2020-1');
});

it('trusts the id where the title was corrected, stands twice, or is not known', () => {
  expect(refer({ proposal_id: '政协-2022-4', title: '关于修膳万年台的提案' })).toBe('政协-2022-4');
  expect(refer({ proposal_id: '政协-2021-9', title: '关于增设路灯的提案' })).toBe('政协-2021-9');
  expect(refer({ proposal_id: '政协-2021-2', title: '' })).toBe('政协-2021-2');
});

it('takes a recorded proposal for gone when its id now belongs to another', () => {
  expect(refer({ proposal_id: '政协-2022-4', title: '关于整治学校周边餐饮的提案' })).toBeNull();
});
