import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameFinder } from '../../pipeline/share/person-names.ts';
import { redact } from '../../pipeline/share/redact.ts';

const hidden = { names: nameFinder(['张三']), words: nameFinder(['内部工程']) };

it('says by a mark what stood there, and lists it', () => {
  const { text, found } = redact('张三（13800138000）就内部工程反映', hidden);
  expect(text).toBe('［姓名已隐去］（［手机号已隐去］）就［内容已隐去］反映');
  expect(found.map(({ value }) => value)).toEqual(['张三', '13800138000', '内部工程']);
});

it('is idempotent and keeps all the rest', () => {
  const piece = fc.constantFrom(
    '13800138000',
    '张三',
    'a@b.cn',
    '人民路12号',
    '提案',
    '2024年',
    '，',
    '11010519491231002X',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const once = redact(pieces.join('，'), hidden);
      expect(redact(once.text, hidden)).toEqual({ text: once.text, found: [] });
      expect(once.text.match(/提案/g)?.length ?? 0).toBe(pieces.filter((p) => p === '提案').length);
    }),
  );
});
