import { beforeAll, describe, expect, it } from 'vitest';
import { readTaxonomy, TOPIC_IDS } from '../../pipeline/classify/taxonomy.ts';
import { type TopicRanking, wordClassifier } from '../../pipeline/classify/word-classifier.ts';
import { loadTokenizer } from '../../pipeline/text/tokenize.ts';

let classify: (title: string, text: string | null) => TopicRanking;
beforeAll(async () => {
  classify = wordClassifier(readTaxonomy(), await loadTokenizer());
});

describe('the shipped taxonomy', () => {
  it('has the 20 fixed topics, each with at least four second-level ones and a default department', () => {
    const { topics } = readTaxonomy();
    expect(topics.map((t) => t.id)).toEqual([...TOPIC_IDS]);
    for (const topic of topics) {
      expect(topic.children.length, topic.id).toBeGreaterThanOrEqual(4);
      expect(topic.departments.length, topic.id).toBeGreaterThan(0);
    }
    const ids = topics.flatMap((t) => t.children.map((c) => `${t.id}/${c.id}`));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('wordClassifier', () => {
  it('finds topic and second level, and says which words decided', () => {
    const [first] = classify('关于加强病险水库除险加固的提案', null).ranking;
    expect(first).toMatchObject({ topic: 'water', subtopic: 'irrigation' });
    expect(first?.words).toContain('病险水库');
  });

  it('gives the words in the spelling of the text', () => {
    expect(classify('關於興建養老院的提案', null).ranking[0]).toMatchObject({
      topic: 'elderly-care',
      words: ['養老院'],
    });
  });

  it('keeps the hard borders', () => {
    const top = (title: string) => classify(title, null).ranking[0]?.topic;
    expect(top('关于硬化村组道路、加快农村公路建设的提案')).toBe('rural-infrastructure');
    expect(top('关于缓解市区主干道早晚高峰拥堵的建议')).toBe('transport');
    expect(top('关于推进农村生活垃圾治理的提案')).toBe('rural-living');
    expect(top('关于推进城区垃圾分类的提案')).toBe('environment');
    expect(top('关于老旧小区加装电梯的建议')).toBe('urban-construction');
    expect(top('关于加强校园食品安全监管的提案')).toBe('education');
  });

  it('ranks all topics with scores in [0, 1] that leave room for doubt', () => {
    for (const text of ['', '水库', '水库 学校 医院 公交 养老', '无关的话']) {
      const { ranking } = classify(text, null);
      expect(ranking).toHaveLength(20);
      const sum = ranking.reduce((all, t) => all + t.score, 0);
      expect(sum).toBeLessThan(1);
      expect(ranking.every((t, i) => t.score >= 0 && t.score <= (ranking[i - 1]?.score ?? 1))).toBe(true);
    }
  });

  it('leaves it to a person when nothing matches or two topics are close', () => {
    expect(classify('', null).ranking[0]).toMatchObject({ topic: 'other', score: 0 });
    expect(classify('', null).review).toBe(true);
    expect(classify('关于某事的提案', null).review).toBe(true);
    expect(classify('关于医院和学校的提案', null).review).toBe(true);
    expect(classify('关于病险水库除险加固的提案', null).review).toBe(false);
  });

  it('does not see a word across a word border', () => {
    expect(classify('废水利用', null).ranking[0]?.words ?? []).not.toContain('水利');
  });
});
