import { expect, it } from 'vitest';
import { fragmentHider } from '../../pipeline/share/fragments.ts';

it('hides pieces of a number where the program quotes its proposal, and nowhere else', () => {
  const found = [
    { kind: '手机号', table: 'proposals', column: 'text', proposal_id: '政协-1', value: '138-0013-8000' },
  ];
  const hide = fragmentHider(found, new Map());
  expect(hide?.('堤防、0013、8000', ['政协-1'])).toBe('堤防、［号码已隐去］、［号码已隐去］');
  expect(hide?.('共有文字“请拨1380013…”', ['政协-2', '政协-1'])).toBe('共有文字“请拨［号码已隐去］…”');
  expect(hide?.('堤防、0013、2024', ['政协-2'])).toBe('堤防、0013、2024');
  expect(fragmentHider([], new Map())).toBeNull();
});
