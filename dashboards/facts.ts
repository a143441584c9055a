export interface Facts {
  /** Absent, as all of them, in a page that is no dashboard. */
  name?: string;
  notice?: string | null;
  as_of?: string | null;
  /** The department that a pack is made for. */
  department?: string;
  version?: string;
  audience?: 'internal' | 'leadership' | 'public';
}

export function facts(): Facts {
  const parsed: Facts = JSON.parse(document.getElementById('facts')?.textContent ?? '{}');
  return parsed;
}
