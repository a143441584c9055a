import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseYaml } from '../pipeline/yaml.ts';

const schema = z.strictObject({
  name: z.string(),
  list: z.array(z.strictObject({ id: z.string(), weight: z.number() })),
});

describe('parseYaml', () => {
  it('returns what the schema promises', () => {
    const text = 'name: 甲\nlist:\n  - {id: a, weight: 1}\n';
    expect(parseYaml(text, schema, 'x.yaml')).toEqual({ name: '甲', list: [{ id: 'a', weight: 1 }] });
  });

  it('reports all mistakes at once, each with its line, in Chinese', () => {
    const text = 'name: 3\nlist:\n  - id: a\n    weight: 重\n  - id: b\n    weight: 1\n    colour: 红\n';
    expect(() => parseYaml(text, schema, 'x.yaml')).toThrow(
      /x\.yaml：有 3 处填写错误\s+第 1 行：name .*\s+第 4 行：list\.0\.weight .*\s+第 7 行：list\.1\.colour .*/,
    );
  });

  it('names the line of a syntax mistake, a doubled key and a tab', () => {
    expect(() => parseYaml('name: a\nname: b\nlist: []\n', schema, 'x.yaml')).toThrow(
      /第 2 行：同一层里有重复的键/,
    );
    expect(() => parseYaml('list:\n\t- a\n', schema, 'x.yaml')).toThrow(/第 2 行：.*制表符/);
    expect(() => parseYaml('name: "a\n', schema, 'x.yaml')).toThrow(/第 \d 行：不符合 YAML 格式/);
  });
});
