import type { ColumnType, Value } from '../publish/read-table.ts';
import type { Tagging } from '../tag.ts';

/** A tagging with what a routing sheet says besides. */
export interface SheetRow {
  /** From 1. */
  position: number;
  file: string;
  tagging: Tagging;
  /** Name of the second level, null where no word speaks for one. */
  subtopic: string | null;
}

export interface SheetColumn {
  name: string;
  label: string;
  type: ColumnType;
  of: (row: SheetRow) => Value;
}

const RELATIONS = {
  copy: '雷同',
  fragment: '部分相同',
  same: '同一事项',
  kin: '同类',
  diff: '无关',
} as const;

/** The columns of the routing sheet (分办表), as a clerk reads them. */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
  column('position', '序号', 'integer', ({ position }) => position),
  column('file', '文件', 'text', ({ file }) => file),
  column('id', '编号', 'text', ({ tagging }) => tagging.id),
  column('title', '标题', 'text', ({ tagging }) => tagging.title),
  column('topic', '主题', 'text', ({ tagging }) => tagging.topics[0]?.name ?? null),
  column('subtopic', '二级主题', 'text', ({ subtopic }) => subtopic),
  column('topic_score', '主题把握', 'number', ({ tagging }) => tagging.topics[0]?.score ?? null),
  column('lead', '主办建议', 'text', ({ tagging }) => leads(tagging)[0]?.name ?? null),
  column('lead_score', '主办把握', 'number', ({ tagging }) => leads(tagging)[0]?.score ?? null),
  column('others', '备选主办', 'text', ({ tagging }) => named(leads(tagging).slice(1))),
  column('co', '会办建议', 'text', ({ tagging }) =>
    named(tagging.departments.filter((d) => d.role === 'co')),
  ),
  column('reason', '理由', 'text', ({ tagging }) => leads(tagging)[0]?.reason ?? null),
  column(
    'similar',
    '相似案件',
    'text',
    ({ tagging }) =>
      tagging.similar.map((s) => `${s.proposal_id}（${RELATIONS[s.relation]}）`).join('、') || null,
  ),
  column('review', '需人工复核', 'boolean', ({ tagging }) => tagging.review),
  column('why', '判定词', 'text', ({ tagging }) => tagging.why.join('、') || null),
];

function column(name: string, label: string, type: ColumnType, of: SheetColumn['of']): SheetColumn {
  return { name, label, type, of };
}

function leads({ departments }: Tagging): Tagging['departments'] {
  return departments.filter((d) => d.role === 'lead');
}

function named(departments: Tagging['departments']): string | null {
  return departments.map(({ name, score }) => `${name}（${score.toFixed(2)}）`).join('、') || null;
}
