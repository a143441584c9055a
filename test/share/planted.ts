import { FIELDS, readColumnNames } from '../../pipeline/ingest/columns.ts';
import { csvLine } from '../../pipeline/text/csv.ts';

/** Private data of persons, as they were planted: neither leaders nor the public may see one of them. */
export const PRIVATE = [
  '13811112222', // title
  '13822223333', // text, full width
  '139-3333-4444', // answer
  '13944445555', // a remark in a column that nobody knows
  '13955556666', // file name
  '13966667777', // number of a proposal
  '13977778888', // outcome
  '13988889999', // day of assignment: a reject
  '13900001111', // department
  '8123456', // column 联系电话
  'zhangsan.mi@example.com',
  '11010519491231002X',
  '6222021234567890128',
  '幸福路88号6栋1单元302室'.slice(3),
  'wx_secret_77',
  '审阅员乙丙', // who reviewed
];
/** Besides these: what only the office and leaders may see. */
export const NOT_PUBLIC = ['诸葛青禾', '慕容听雪', '令狐野渡', '机密河道', '答复全文在此', '张经办'];

const HEADER = [
  '提案号',
  '案由',
  '内容',
  '提案人',
  '附议人',
  '公开属性',
  '主办单位',
  '交办时间',
  '答复时间',
  '面商时间',
  '办理结果',
  '委员评价',
  '答复内容',
  '备注',
  '联系电话',
];
export const UNITS = ['水利局', '教育局', '交通运输局', '民政局'];
const TEXTS = [
  ['关于加固青石河堤防的提案', '青石河堤防年久失修，建议加固。'],
  ['关于扩建中心小学的提案', '中心小学学位不足，建议扩建校舍、增配教师。'],
  ['关于新增公交线路的提案', '城东公交线路少，群众出行不便，建议新增线路。'],
  ['关于增设养老服务站的提案', '老年人多，建议增设养老服务站和床位。'],
];

/** A ledger of a year with forty ordinary proposals. */
export function ledger(year: number, extra: readonly (readonly string[])[] = []): string {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const [title = '', text = ''] = TEXTS[i % 4] ?? [];
    const day = String((i % 27) + 1).padStart(2, '0');
    return [
      String(i + 1),
      `${title}（第${i + 1}次）`,
      `${text}第${i + 1}处。`,
      i % 9 === 0 ? '诸葛青禾' : '王大力',
      '',
      i % 10 === 9 ? '依申请公开' : '主动公开',
      UNITS[i % 4] ?? '',
      `${year}-03-01`,
      i % 13 === 12 ? '' : `${year}-05-${day}`,
      i % 3 === 0 ? '' : `${year}-04-01`,
      ['解决采纳', '正在解决', '列入计划'][i % 3] ?? '',
      ['满意', '满意', '基本满意', '不满意'][i % 4] ?? '',
      '答复全文在此：已经研究办理。',
      '',
      '',
    ];
  });
  return [HEADER, ...rows, ...extra].map(csvLine).join('');
}

const row = (cells: Partial<Record<string, string>>) => HEADER.map((name) => cells[name] ?? '');

/** What is planted, in every place of a workspace that a text can stand in. */
const NAMES = readColumnNames();
/** A ledger with a column for every field that there is, and a telephone number in each cell of its row. */
const EVERY_FIELD = FIELDS.filter((field) => field !== 'id').map((field, i) => ({
  header: [...NAMES].find(([, of]) => of === field)?.[0] ?? field,
  number: `137000010${String(i).padStart(2, '0')}`,
}));
export const IN_EVERY_FIELD = EVERY_FIELD.map(({ number }) => number);
export const IN_TOTAL = '13700009999';
const everyField = [
  csvLine(EVERY_FIELD.map(({ header }) => header)),
  csvLine(EVERY_FIELD.map(({ number }) => number)),
  csvLine(['合计', ...EVERY_FIELD.slice(1).map((_, i) => (i === 3 ? IN_TOTAL : ''))]),
].join('');

export const FILES: Record<string, string> = {
  'jianyan.yaml': 'name: 某市\nprofiles: {默认: city-abcd}\nas_of: 2024-12-31\nhide: [机密代号]\n',
  'issues.csv': '议题编号,议题名称,首次年度,最近年度,件数,说明,机器名称,状态\r\n',
  'reviews.csv':
    '时间,人员,案件标识,机器主题,人工主题,机器主办,人工主办,说明\r\n2024-06-01 10:00,审阅员乙丙,政协-2024-1,,水利,,水利局,审阅员乙丙电13811112222\r\n',
  'input/2022杂项.csv': everyField,
  'input/2023政协提案.csv': ledger(2023),
  'input/2024政协提案_13955556666.csv': ledger(2024, [
    row({
      提案号: '101',
      案由: '关于请拨13811112222反映停车难的提案',
      内容: '请致电１３８２２２２３３３３或zhangsan.mi@example.com，身份证11010519491231002X。',
      提案人: '慕容听雪',
      附议人: '令狐野渡',
      公开属性: '主动公开',
      主办单位: '交通运输局',
      交办时间: '2024-03-01',
      答复时间: '2024-05-01',
      办理结果: '解决采纳',
      委员评价: '满意',
      答复内容: '答复全文在此，联系人电话139-3333-4444，微信号：wx_secret_77。',
      备注: '另电13944445555，住幸福路88号6栋1单元302室，卡号6222021234567890128',
      联系电话: '8123456',
    }),
    row({
      提案号: '102',
      案由: '关于令狐野渡同志所提机密代号问题的提案',
      内容: '令狐野渡反映。',
      提案人: '慕容听雪',
      公开属性: '主动公开',
      主办单位: '教育局',
      交办时间: '2024-03-01',
      答复时间: '2024-05-01',
    }),
    row({
      提案号: '103',
      案由: '关于整治机密河道的提案',
      内容: '机密河道应当整治。',
      提案人: '王大力',
      公开属性: '不予公开',
      主办单位: '水利局',
      交办时间: '2024-03-01',
      答复时间: '2024-05-01',
      办理结果: '解决采纳',
    }),
    row({
      提案号: '13966667777',
      案由: '关于编号写错的提案',
      内容: '编号写成了电话。',
      提案人: '王大力',
      公开属性: '主动公开',
      主办单位: '张经办13900001111',
      交办时间: '13988889999',
      办理结果: '13977778888',
    }),
  ]),
  'input/关于机密河道的来信13811112222.txt': '关于机密河道的提案\n\n机密河道需要清淤，电话13811112222。\n',
};
