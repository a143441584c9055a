import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../../pipeline/config.ts';
import { profileChooser } from '../../pipeline/outcome/choose-profile.ts';
import { emptyFolder } from '../folder.ts';
import { writeFiles } from '../ingest/make-files.ts';

describe('profileChooser', () => {
  it('reads one profile for all years, as before', () => {
    const choose = profileChooser({ profiles: { 默认: 'city-abcd', 人大: 'npc-2007' } }, null);
    expect([choose('政协', 2020).id, choose('人大', 1999).id, choose(null, null).id]).toEqual([
      'city-abcd',
      'npc-2007',
      'city-abcd',
    ]);
  });

  it('lets each profile of a list hold from its year until the next', () => {
    const profiles = { 默认: 'shanghai', 人大: { 2018: 'npc-2007', 2022: 'city-abcd' } };
    const choose = profileChooser({ profiles }, null);
    const found = [2017, 2018, 2021, 2022, 2030, null].map((year) => choose('人大', year).id);
    expect(found).toEqual(['shanghai', 'npc-2007', 'npc-2007', 'city-abcd', 'city-abcd', 'shanghai']);
    expect(choose('政协', 2022).id).toBe('shanghai');
  });

  it('lets a list have its own 默认', () => {
    const choose = profileChooser({ profiles: { 政协: { 默认: 'chongqing', 2022: 'city-abcd' } } }, null);
    expect([choose('政协', 2021).id, choose('政协', null).id, choose('人大', 2022).id]).toEqual([
      'chongqing',
      'chongqing',
      'generic',
    ]);
  });
});

describe('profiles in jianyan.yaml', () => {
  const open = (text: string) => {
    const folder = emptyFolder();
    writeFiles(folder, { 'jianyan.yaml': text });
    return () => openWorkspace(folder);
  };

  it('names unknown profiles and years with their lines', () => {
    const text =
      'profiles:\n  默认: generic\n  政协: 本市口径\n  人大:\n    2018年: npc-2007\n    2022: nowhere\n';
    expect(open(text)).toThrow(/第 3 行：profiles\.政协 没有名为“本市口径”/);
    expect(open(text)).toThrow(/第 5 行：profiles\.人大\.2018年 左边应是起始年度/);
    expect(open(text)).toThrow(/第 6 行：profiles\.人大\.2022 没有名为“nowhere”/);
  });

  it('says what to write where neither a name nor a list stands', () => {
    expect(open('profiles:\n  政协: 3\n')).toThrow(/第 2 行：profiles\.政协 应写口径名称，或按年度分列/);
  });
});
