/**
 * The registry of a workspace: which matters come back, under ids that stay. Three files that Excel can edit:
 * issues.csv (the issues), issue-members.csv (who belongs to which), issue-decisions.csv (what people decided).
 */
export interface Registry {
  /** The workspace; null when nothing is kept: the registry then lives for one run only. */
  folder: string | null;
  issues: RegisteredIssue[];
  members: RegisteredMember[];
  decisions: Decision[];
  /** Columns of issues.csv that staff added. */
  ownColumns: string[];
  /** The files as they were read, by name, so that an edit in between is noticed; absent files are not in it. */
  seen: ReadonlyMap<string, Buffer>;
}

export interface RegisteredIssue {
  /** YT-0001; given once, never again. */
  issue: string;
  name: string;
  /** The name that the machine would give; another one in `name` was written by a person and stays. */
  machine_name: string;
  first_year: number | null;
  last_year: number | null;
  /** Members in the data of the last run. */
  members: number;
  note: string;
  /** Why it is not among the issues of a run, in Chinese; empty when it is. */
  status: string;
  /** Cells of ownColumns. */
  own: Record<string, string>;
}

export interface RegisteredMember {
  proposal_id: string;
  title: string;
  year: number | null;
  /** Where the machine puts it; null when only a person's decision puts it anywhere. */
  machine_issue: string | null;
  /** Where it is after all decisions; null when a person took it out. */
  issue: string | null;
  /** Whether the last run saw it. */
  present: boolean;
}

/** What identifies a proposal in a decision: the title finds it again when numbers change. */
export interface Reference {
  proposal_id: string;
  title: string;
}

/** One line of the log of people's decisions; only appended to. */
export interface Decision {
  number: number;
  decided_at: string;
  person: string;
  action: '并案' | '拆开' | '改名' | '无误' | '撤销';
  /** 并案: what the others join; 拆开: what they leave; 改名: whose name; 无误: what is right. Empty for 撤销. */
  issue: string;
  /**
   * 并案: issues that join; 拆开: the new issue, when several leave together; 无误: issues that it is not one with;
   * 撤销: the number of the decision.
   */
  others: string[];
  proposals: Reference[];
  /** 改名: the new name. */
  name: string;
  /** 改名: the hand-written name before, empty when it was the machine's. */
  name_before: string;
  note: string;
}

export function emptyRegistry(): Registry {
  return { folder: null, issues: [], members: [], decisions: [], ownColumns: [], seen: new Map() };
}

/** 12 → YT-0012 */
export function issueId(number: number): string {
  return `YT-${String(number).padStart(4, '0')}`;
}

/** YT-0012 → 12; null for anything else. */
export function issueNumber(id: string): number | null {
  const match = /^YT-(\d{4,})$/.exec(id);
  return match ? Number(match[1]) : null;
}

/** Order of ids: YT-9999 before YT-10000. */
export function compareIssues(a: string, b: string): number {
  return (issueNumber(a) ?? 0) - (issueNumber(b) ?? 0);
}

/** The first number that no issue, member or decision has ever had. */
export function nextNumber({ issues, members, decisions }: Registry): number {
  const ids = [
    ...issues.map((i) => i.issue),
    ...members.flatMap((m) => [m.issue ?? '', m.machine_issue ?? '']),
    ...decisions.flatMap((d) => [d.issue, ...d.others]),
  ];
  return ids.reduce((max, id) => Math.max(max, issueNumber(id) ?? 0), 0) + 1;
}

/** Whether a person wrote the name. An emptied cell asks for the machine's name again. */
export function isNamedByHand(issue: RegisteredIssue): boolean {
  return issue.name !== '' && issue.name !== issue.machine_name;
}
