import { has, num, type Row, rows, text } from '../../data.ts';
import { dataTable, h } from '../../dom.ts';
import { facts } from '../../facts.ts';
import { inWords, RATING_WORDS } from '../../words.ts';

/** The files, the profiles by which their codes were read, and the program. */
export function sourcesOf(): Node[] {
  const { as_of, version } = facts();
  return [
    h('h3', {}, '数据来源'),
    h(
      'p',
      {},
      `由建言 ${version} 生成${as_of ? `，统计到 ${as_of}：未答复的是否逾期按这一天判断` : ''}。任何一个数字都可以追查：“提案”页的每件都写明来源文件和行号，全部明细在同一文件夹的 tables.xlsx 和 analysis.duckdb，输入文件的校验值（sha256）在 manifest.json。`,
    ),
    ...(has('inputs')
      ? [dataTable(['来源文件', '类别', '年度', '件数'], rows('inputs').map(inputCells))]
      : []),
    ...(has('profiles')
      ? [
          h('h3', {}, '所用口径'),
          h('p', { class: 'note' }, '办理结果的代码、答复期限和满意的含义各地不同，按下表的口径解读。'),
          dataTable(
            ['类别', '年度', '口径', '满意率计入', '宽口径计入', '并案', '期限按'],
            rows('profiles').map(profileCells),
          ),
        ]
      : []),
  ];
}

function inputCells(row: Row): (string | number)[] {
  return [text(row.source_file), text(row.bodies), yearsOf(row), num(row.proposals)];
}

function profileCells(row: Row): string[] {
  const ratings = (codes: string) => inWords(codes, null, RATING_WORDS).replace(/或/g, '、');
  return [
    text(row.body) || '不详',
    yearsOf(row),
    text(row.profile_name),
    ratings(text(row.strict)),
    ratings(text(row.broad)),
    text(row.merged),
    row.working_days === true ? '工作日' : '自然日',
  ];
}

function yearsOf({ first_year, last_year }: Row): string {
  if (first_year === null || first_year === undefined) return '不详';
  return first_year === last_year ? text(first_year) : `${text(first_year)}—${text(last_year)}`;
}
