/** What a chart may take on A4 within the margins. CSS pixels. */
export const PRINT_WIDTH = 656;

/** A page of the report. */
export interface Part {
  title: string;
  nodes: Node[];
}

export interface Report {
  /** Whose report, on every sheet. */
  name: string;
  /** On every sheet too, such as 示例数据; null for none. */
  notice: string | null;
  /** The filters in words; '' for none. */
  filters: string;
  /** What the cover says; null: no cover, the report is of a single case or department. */
  facts: [name: string, value: string][] | null;
  parts: Part[];
}
