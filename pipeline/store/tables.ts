import type { Taxonomy } from '../classify/taxonomy.ts';
import type { Config } from '../config.ts';
import type { IngestResult } from '../ingest/ingest.ts';
import { deadlines } from '../outcome/deadlines.ts';
import { metricRows, readMetrics } from '../outcome/metrics.ts';
import { calendarUntil } from '../outcome/working-days.ts';
import { version } from '../publish/manifest.ts';

/** What is due within so many days is on the list of reminders. */
const REMIND_DAYS = 30;

/** What the ledgers and the settings say, under the names of the tables in the schema raw; stages add their rows. */
export function toTables(ingested: IngestResult, taxonomy: Taxonomy, config: Config) {
  const run = {
    version: version(),
    name: config.name ?? null,
    notice: config.notice ?? null,
    as_of: config.as_of ?? latestDay(ingested),
    remind_days: config.remind_days ?? REMIND_DAYS,
    calendar_until: calendarUntil(),
    audience: 'internal',
  };
  return {
    ...ingested.rows,
    topics: topicRows(taxonomy),
    departments: ingested.departments.list.map(({ name, level }) => ({ department: name, level })),
    profiles: profileRows(ingested),
    deadlines: deadlines(ingested.rows, ingested.profileOf),
    ledger_fields: ingested.ledgerFields,
    ...metricRows(readMetrics()),
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

/** Which profile read the codes of each body and year that occurs. */
function profileRows({ rows, profileOf }: IngestResult) {
  const occurring = new Map(rows.proposals.map(({ body, year }) => [`${body} ${year}`, { body, year }]));
  return [...occurring.values()].map(({ body, year }) => {
    const { id, name, valid_from, valid_to, satisfaction, counted, merged, deadlines } = profileOf(
      body,
      year,
    );
    return {
      body,
      year,
      profile: id,
      profile_name: name,
      valid_from,
      valid_to,
      strict: satisfaction.strict.join('|'),
      broad: satisfaction.broad.join('|'),
      counted: counted.join('|'),
      merged,
      working_days: Object.values(deadlines).some((d) => d.unit === 'working_days'),
    };
  });
}

export function topicRows(taxonomy: Taxonomy) {
  return taxonomy.topics.flatMap((t, i) => {
    const topic = { topic: t.id, topic_name: t.name, pillar: t.pillar, retired: t.retired ?? null };
    const own = { position: i * 100, ...topic, subtopic: null, subtopic_name: null };
    const children = t.children.map((c, j) => ({
      position: i * 100 + j + 1,
      ...topic,
      subtopic: c.id,
      subtopic_name: c.name,
      retired: c.retired ?? t.retired ?? null,
    }));
    return [own, ...children];
  });
}
