import { describe, expect, it } from 'vitest';
import { namesIn } from '../../pipeline/link/names.ts';
import { normalize } from '../../pipeline/text/normalize.ts';

const names = (text: string) => {
  const found = Object.entries(namesIn(normalize(text))).map(([kind, set]) => [kind, [...set]] as const);
  return Object.fromEntries(found.filter(([, list]) => list.length > 0));
};

describe('namesIn', () => {
  it('finds villages, towns, bridges and roads, cut to two characters before what they are', () => {
    expect(names('请修松岗村到梅溪镇的云津桥')).toMatchObject({
      village: ['松岗村'],
      town: ['梅溪镇'],
      thing: ['云津桥'],
    });
  });

  it('finds numbered lines, parcels, quantities and quoted titles', () => {
    expect(names('52路').line).toEqual(['52']);
    expect(names('专176路、941快').line).toEqual(['专176', '941快']);
    expect(names('大坪段312、314地号旁五邻').plot).toEqual(['312', '314', '5']);
    expect(names('路面４００公尺').amount).toEqual(['400公尺']);
    expect(names('請訂定「某縣樹葬獎勵辦法」').quoted).toEqual(['某县树葬奖励办法']);
  });

  it('takes common words for no names', () => {
    for (const text of ['产业道路改善', '加快市区建设', '建议县里研究', '走两公里', '在楼道里']) {
      const { village, town, county, thing } = names(text);
      expect([text, village, town, county, thing]).toEqual([
        text,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it('knows different words for one matter', () => {
    expect(names('增设停靠站').matter).toEqual(names('请加站').matter);
    expect(names('排水沟淹水').matter).not.toEqual(names('路灯照明').matter);
  });
});
