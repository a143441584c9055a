import { describe, expect, it } from 'vitest';
import { splitSuggestions } from '../../pipeline/answers/split-suggestions.ts';

describe('splitSuggestions', () => {
  it('splits numbered items by the outer numbers', () => {
    expect(splitSuggestions('一、加快道路建设。（一）先修南段\n二、增设公交站点。', null)).toEqual([
      '加快道路建设。（一）先修南段',
      '增设公交站点',
    ]);
    expect(splitSuggestions('一是增加校车班次；二是降低学生票价。', null)).toEqual([
      '增加校车班次',
      '降低学生票价',
    ]);
    expect(splitSuggestions('1.修补破损路面\n2.补种行道树木', null)).toEqual([
      '修补破损路面',
      '补种行道树木',
    ]);
  });

  it('splits others at semicolons and stops', () => {
    expect(splitSuggestions('修补破损路面；补种行道树木。增设照明路灯', null)).toEqual([
      '修补破损路面',
      '补种行道树木',
      '增设照明路灯',
    ]);
  });

  it('begins with the asking where there is no part for it, and finds none where nothing is asked', () => {
    expect(splitSuggestions(null, '路面破损严重。建议今年全线修补。并补种行道树。')).toEqual([
      '建议今年全线修补',
      '并补种行道树',
    ]);
    expect(splitSuggestions(null, '路面破损严重。')).toEqual([]);
  });
});
