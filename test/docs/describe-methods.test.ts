import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeMethods } from '../../data/docs/describe-methods.ts';
import { readMetrics } from '../../pipeline/outcome/metrics.ts';
import { ROOT } from '../../pipeline/root.ts';

const shipped = readFileSync(join(ROOT, 'data', 'docs', 'methods.md'), 'utf8');

describe('data/docs/methods.md', () => {
  it('is what npm run docs makes now of the measured results and the metrics', () => {
    expect(describeMethods()).toBe(shipped);
  });

  it('says limits of every stage', () => {
    const stages = shipped.split(/^## /m)[1]?.split(/^### /m).slice(1) ?? [];
    expect(stages.length).toBeGreaterThan(6);
    for (const stage of stages) expect(stage).toContain('\n**局限**：');
  });

  it('defines every metric', () => {
    for (const { name, formula } of readMetrics()) expect(shipped).toContain(`\n| ${name} | ${formula} |`);
  });

  it('prints each share with its counts and the interval that they give', () => {
    const shares = [...shipped.matchAll(/([\d.]+)%（(\d+)\/(\d+)，95% 区间 ([\d.]+)%–([\d.]+)%）/g)];
    expect(shares.length).toBeGreaterThan(8);
    for (const [, share, k, n, low, high] of shares) {
      expect(Number(share)).toBeCloseTo((100 * Number(k)) / Number(n), 1);
      expect(Number(low)).toBeLessThan(Number(share));
      expect(Number(high)).toBeGreaterThan(Number(share));
    }
  });
});
