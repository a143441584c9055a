import { readWritten } from '../../data/sample/make/written.ts';
import type { Example } from '../../pipeline/classify/example.ts';

/** The sample city's proposals of four topics, labelled as they were written. */
export const topicExamples: Example[] = readWritten()
  .filter((w) => ['water', 'education', 'transport', 'healthcare'].includes(w.topic))
  .map((w) => ({ id: w.key, title: w.title, text: w.text, labels: [w.topic], year: w.year }));
