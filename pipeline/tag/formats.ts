/** The output formats of `tag`. */
export const FORMATS = ['table', 'jsonl', 'csv', 'xlsx', 'arrow'] as const;
export type Format = (typeof FORMATS)[number];
