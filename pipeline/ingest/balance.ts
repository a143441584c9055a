/** What came in and what became of it; `checkBalance` makes sure that nothing is missing. */
export interface Balance {
  files: number;
  files_rejected: number;
  rows: number;
  rows_opened: number;
  rows_joined: number;
  rows_rejected: number;
  documents: number;
  documents_matched: number;
  documents_alone: number;
  documents_reports: number;
  documents_rejected: number;
  cells_rejected: number;
  proposals: number;
}

/** Every file, row and document is somewhere; anything else is a bug. */
export function checkBalance(b: Balance): void {
  const holds =
    b.rows === b.rows_opened + b.rows_joined + b.rows_rejected &&
    b.documents === b.documents_matched + b.documents_alone + b.documents_reports + b.documents_rejected &&
    b.proposals === b.rows_opened + b.documents_alone;
  if (!holds) throw new Error(`counts do not balance: ${JSON.stringify(b)}`);
}
