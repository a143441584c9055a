/** One piece that was hidden, for the list that stays with the office. */
export interface Found {
  /** 手机号 */
  kind: string;
  /** Where it stood: a table and column of the schema raw. */
  table: string;
  column: string;
  proposal_id: string | null;
  value: string;
}
