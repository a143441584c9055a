import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchRules } from '../../pipeline/answers/match-rules.ts';
import { readObstacleRules } from '../../pipeline/answers/obstacle-rules.ts';
import { splitSentences } from '../../pipeline/answers/split-sentences.ts';
import { emptyFolder } from '../folder.ts';

const OWN = `version: 1
words:
  钱: [经费]
quotes: [您提出]
settled: [已解决]
kinds:
  - id: funding
    name: 缺钱
    says: [【钱】 … 没影]
    unless: [不算]
`;

function workspace(yaml: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'obstacles.yaml'), yaml);
  return folder;
}

const kinds = (text: string, rules = readObstacleRules()) =>
  splitSentences(text).flatMap((s) => matchRules(s.folded, rules));

describe('obstacles.yaml', () => {
  it('of a workspace wins, and what voids a match counts in its own clause only', () => {
    const rules = readObstacleRules(workspace(OWN));
    expect(kinds('经费还没影', rules)).toEqual(['funding']);
    expect(kinds('经费还没影的事不算', rules)).toEqual([]);
    expect(kinds('您提出经费没影的看法', rules)).toEqual([]);
    expect(kinds('您提出的看法很好，但经费没影', rules)).toEqual(['funding']);
  });

  it('reports an unknown word list and a kind that stands twice with their lines', () => {
    const wrong = `${OWN.replace('【钱】', '【钞】')}  - id: funding\n    name: 又缺钱\n    says: [没钱]\n`;
    expect(() => readObstacleRules(workspace(wrong))).toThrow(
      /有 2 处填写错误\s+第 9 行：.*“钞”[\s\S]*第 11 行：.*写了两次/,
    );
  });

  it('tells obstacles from the same words without one', () => {
    expect(kinds('因县级财力有限，暂不能安排')).toContain('funding');
    expect(kinds('建设资金已到位，工程顺利完工')).toEqual([]);
    expect(kinds('该事项不属于我局职能，须报省厅批准')).toContain('authority');
    expect(kinds('经省厅批准，我市已获得试点资格')).toEqual([]);
    expect(kinds('涉及多个部门，需进一步协调')).toContain('cross_department');
    expect(kinds('该项目已列入年度计划，正在实施')).toEqual(['already_under_way']);
    expect(kinds('用地指标尚未落实，且涉及基本农田')).toEqual(['land']);
    expect(kinds('受地形条件限制，净空不足')).toEqual(['technical']);
    expect(kinds('不符合现行规定，政策不允许')).toEqual(['policy']);
    expect(kinds('部分居民反对，多次协商未果')).toContain('other');
  });

  it('reads traditional characters', () => {
    expect(kinds('礙於經費短絀，俟財源寬籌後再行研議')).toEqual(['funding']);
    expect(kinds('請先取得土地使用同意書')).toEqual(['land']);
  });
});
