import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openTagger, type Tagger } from '../../pipeline/tag.ts';
import { SAMPLE } from '../e2e/jianyan.ts';

const answer = z.object({
  title: z.string(),
  lead: z.string(),
  co: z.array(z.string()),
  similar: z.array(
    z.object({ proposal_id: z.string(), relation: z.enum(['copy', 'fragment', 'same', 'kin']) }),
  ),
});

/**
 * The real topics, with the departments and similar cases that the sample's new proposals should have: for tests of
 * the service and its page, which must not wait for what the machine says.
 */
export async function fakeTagger(): Promise<Tagger> {
  const lines = readFileSync(join(SAMPLE, 'new', 'answers.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const answers = new Map(lines.map((l) => answer.parse(JSON.parse(l))).map((a) => [a.title, a]));
  const tagger = await openTagger({ workspace: null, config: {}, models: [], history: null, top: 5 });
  return async (proposal) => {
    const tagging = await tagger(proposal);
    const found = answers.get(proposal.title);
    const reason = `职责：${tagging.why.slice(0, 2).join('、')}等工作的组织和监督管理；往案：政协-2023-5`;
    const leads = [
      { name: found?.lead ?? '发展和改革委员会', role: 'lead' as const, score: found ? 0.82 : 0.38, reason },
      { name: '城市管理局', role: 'lead' as const, score: 0.11, reason: '往案中曾承办同类事项' },
      { name: '发展和改革委员会', role: 'lead' as const, score: 0.04, reason: '' },
    ];
    const co = (found?.co ?? []).map((name) => ({
      name,
      role: 'co' as const,
      score: 0.6,
      reason: '历年会办',
    }));
    const similar = (found?.similar ?? []).map((s, i) => ({ ...s, score: 0.93 - i * 0.1, outcome: null }));
    const unique = leads.filter((d, i) => leads.findIndex((e) => e.name === d.name) === i);
    return { ...tagging, departments: [...unique, ...co], similar, review: tagging.review || !found };
  };
}
