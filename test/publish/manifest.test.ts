import { expect, it } from 'vitest';
import { profilesUsed } from '../../pipeline/publish/manifest.ts';

it('profilesUsed names one profile for a body, or one for each year', () => {
  const rows = [
    { body: '政协', year: 2021, profile: 'generic' },
    { body: '人大', year: 2021, profile: 'npc-2007' },
    { body: '政协', year: 2022, profile: 'city-abcd' },
    { body: '人大', year: 2022, profile: 'npc-2007' },
    { body: null, year: null, profile: 'generic' },
  ];
  expect(profilesUsed(rows)).toEqual({
    政协: { 2021: 'generic', 2022: 'city-abcd' },
    人大: 'npc-2007',
    其他: 'generic',
  });
});
