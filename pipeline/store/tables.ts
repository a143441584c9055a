import type { Answers } from '../answers/read-answers.ts';
import type { Taxonomy } from '../classify/taxonomy.ts';
import type { Config } from '../config.ts';
import type { IngestResult } from '../ingest/ingest.ts';
import { version } from '../publish/manifest.ts';
import type { Classification } from '../rows.ts';

/** What is due within so many days is on the list of reminders. */
const REMIND_DAYS = 30;

/** All rows of a run under the names of their tables in the schema raw. */
export function toTables(
  ingested: IngestResult,
  classifications: Classification[],
  answers: Answers,
  taxonomy: Taxonomy,
  config: Config,
) {
  const run = {
    version: version(),
    name: config.name ?? null,
    notice: config.notice ?? null,
    as_of: config.as_of ?? latestDay(ingested),
    remind_days: config.remind_days ?? REMIND_DAYS,
  };
  return {
    ...ingested.rows,
    ...answers,
    classifications,
    topics: topicRows(taxonomy),
    profiles: ingested.profileRows,
    runs: [run] as const,
  };
}

/** The last day that the data speak of: what is open is judged to that day, so that the clock changes no number. */
function latestDay({ rows }: IngestResult): string | null {
  const days = [
    ...rows.proposals.map((p) => p.submitted_on),
    ...rows.handlings.flatMap((h) => [h.assigned_on, h.replied_on, h.met_on]),
    ...rows.feedback.map((f) => f.returned_on),
    ...rows.handling_events.map((e) => e.happened_on),
    ...rows.commitments.map((c) => c.fulfilled_on),
  ];
  return days.reduce(
    (latest, day) => (day !== null && (latest === null || day > latest) ? day : latest),
    null,
  );
}

function topicRows(taxonomy: Taxonomy) {
  return taxonomy.topics.flatMap((t, i) => {
    const topic = { topic: t.id, topic_name: t.name, pillar: t.pillar };
    const own = { position: i * 100, ...topic, subtopic: null, subtopic_name: null };
    const children = t.children.map((c, j) => ({
      position: i * 100 + j + 1,
      ...topic,
      subtopic: c.id,
      subtopic_name: c.name,
    }));
    return [own, ...children];
  });
}
