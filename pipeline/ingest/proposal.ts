import type { Proposal, ProposerType } from '../rows.ts';
import { splitSections } from '../text/sections.ts';
import type { CellReader } from './cells.ts';
import type { Identity } from './identify.ts';
import type { LedgerRecord } from './records.ts';
import { DISCLOSURES, FILED, PROPOSER_TYPES } from './words.ts';

/** The proposal of one ledger row; proposal_id is set once all rows are known. Null when it has neither title nor text. */
export function readProposal(record: LedgerRecord, reader: CellReader, identity: Identity): Proposal | null {
  const parts = {
    problem: reader.text('problem'),
    analysis: reader.text('analysis'),
    suggestion: reader.text('suggestion'),
  };
  const text = reader.text('text') ?? joinParts(parts);
  const title = reader.text('title')?.replace(/\s*\n\s*/g, '') ?? titleFromText(text);
  if (title === null) return null;
  const split = splitSections(text ?? '');
  const merged_into = reader.text('merged_into');
  const proposer = reader.text('proposer');
  return {
    proposal_id: identity.id ?? '',
    body: identity.body,
    level: identity.level,
    session: identity.session,
    year: identity.year,
    number: identity.number,
    title,
    text,
    problem: parts.problem ?? split.problem,
    analysis: parts.analysis ?? split.analysis,
    suggestion: parts.suggestion ?? split.suggestion,
    proposer,
    proposer_type:
      reader.choice('proposer_type', PROPOSER_TYPES) ??
      inferProposerType(proposer, reader.text('co_proposers')),
    sector: reader.text('sector'),
    district: reader.text('district'),
    category: reader.text('category'),
    submitted_on: reader.date('submitted_on'),
    filed: reader.choice('filed', FILED) ?? (merged_into === null ? null : '并案'),
    merged_into,
    key_proposal: reader.yesNo('key_proposal'),
    disclosure: reader.choice('disclosure', DISCLOSURES),
    source_file: record.file,
    source_row: record.row,
  };
}

/** Columns 问题 / 分析 / 建议 of a ledger that has no column for the whole text. */
function joinParts(parts: {
  problem: string | null;
  analysis: string | null;
  suggestion: string | null;
}): string | null {
  return [parts.problem, parts.analysis, parts.suggestion].filter((p) => p !== null).join('\n') || null;
}

/** The first sentence of a text that has no title, at most 40 characters. */
export function titleFromText(text: string | null): string | null {
  const first = text
    ?.split(/[\n。！？]/)
    .find((line) => line.trim() !== '')
    ?.trim();
  return first ? (first.length > 40 ? `${first.slice(0, 39)}…` : first) : null;
}

function inferProposerType(proposer: string | null, others: string | null): ProposerType | null {
  if (others !== null) return '联名';
  if (proposer === null) return null;
  if (
    /委员会|民革|民盟|民建|民进|农工|致公|九三|台盟|工商联|支部|总工会|妇联|共青团|科协|联合会|界$|组$|界别|代表团/.test(
      proposer,
    )
  ) {
    return '集体';
  }
  return /[、,，;；]|等\d*[人名位]?$/.test(proposer) ? '联名' : '个人';
}
