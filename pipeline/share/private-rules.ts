import { isIdentityNumber, isOldIdentityNumber, passesLuhn } from './check-digits.ts';

/** How one kind of private data is written. Patterns meet half-width text; see half-width.ts. */
export interface PrivateRule {
  /** As in the mark ［手机号已隐去］. */
  kind: string;
  /** Global. The group `hide` is what is hidden, the whole match where there is none. */
  pattern: RegExp;
  /** The digits and letters of what is found, without blanks and dashes, and the words before it. */
  holds?: (value: string, before: string) => boolean;
}

/** At most one blank or dash between two digits. */
const SEP = String.raw`[ \-·]?`;
const digits = (least: number, most = least) => String.raw`\d(?:${SEP}\d){${least - 1},${most - 1}}`;
/** Not part of a longer number. */
const START = String.raw`(?<!\d|\d[.-])`;
const END = String.raw`(?!\d)`;
/** Between the groups of a mobile number; dots only where all groups are 3.4.4. */
const GAP = String.raw`[ \-·]{0,3}`;
const MOBILE = [
  String.raw`1[3-9]\d{9}`,
  String.raw`1[3-9]\d${GAP}\d{4}${GAP}\d{4}`,
  String.raw`1[3-9]\d${GAP}\d{3}${GAP}\d{5}`,
  String.raw`1[3-9]\d${GAP}\d{2}${GAP}\d{3}${GAP}\d{3}`,
  String.raw`1[3-9]\d\d${GAP}\d{3}${GAP}\d{4}`,
  String.raw`1[3-9]\d{4}${GAP}\d{5}`,
  String.raw`1[3-9]\d\.\d{4}\.\d{4}`,
  String.raw`1[ -][3-9](?:[ -]\d){9}`,
].join('|');
/** A whole number of yuan, people, square metres is no telephone. */
const NO_AMOUNT = '(?! ?(?:元|万|亿|千|吨|人|个|平方|立方|公里|千瓦|度|亩|头|株|%))';
const BANK = /(?:卡号|账号|帐号|账户|帐户|银行卡|开户|社保卡|存折)[^。；;\n元电]{0,10}$/;
const IDENTITY = /(?:身份证|证件)[^。；;\n]{0,8}$/;
const ROOM = String.raw`(?:\d{1,4}|[一二三四五六七八九十]{1,3})`;
/** 3栋2单元501室, 5号楼1202: what follows a house number. */
const INSIDE = String.raw`(?:${ROOM}(?:号楼|栋|幢|座|号院))?(?:[A-Za-z]座)?(?:${ROOM}单元)?(?:${ROOM}(?:楼|层))?(?:\d{2,4}(?:室|房|号|户))?`;

/** In the order in which they are tried: what one rule found no later one looks at. */
export const PRIVATE_RULES: readonly PrivateRule[] = [
  { kind: '邮箱', pattern: /(?<![\w.%+-])[A-Za-z0-9][\w.%+-]* ?@ ?[A-Za-z0-9-]+(?: ?\. ?[A-Za-z0-9-]+)+/g },
  {
    kind: '身份证号',
    pattern: new RegExp(`${START}${digits(17)}${SEP}[\\dXx]${END}`, 'g'),
    holds: (value, before) => isIdentityNumber(value) || IDENTITY.test(before),
  },
  {
    kind: '身份证号',
    pattern: new RegExp(`${START}${digits(15)}${END}`, 'g'),
    holds: (value, before) => isOldIdentityNumber(value) || IDENTITY.test(before),
  },
  {
    kind: '银行卡号',
    pattern: new RegExp(`${START}${digits(12, 21)}${END}`, 'g'),
    holds: (value, before) =>
      BANK.test(before) || (/^(?:62|4|5[1-5]|35|3[47]|60|9558)\d{14,17}$/.test(value) && passesLuhn(value)),
  },
  {
    kind: '微信号',
    pattern:
      /(?:微信|VX|WeChat)(?:号码?|ID)?[ :：]*(?:是|为)?[ :：]*(?<hide>(?:[A-Za-z][\w-]{5,19}|1[3-9]\d{9})(?![\w-]))/gi,
  },
  {
    kind: 'QQ号',
    pattern: /(?:QQ|扣扣)(?:号码?|群号?)?[ :：]*(?:是|为)?[ :：]*(?<hide>[1-9]\d{4,11})(?!\d)/gi,
  },
  {
    kind: '手机号',
    pattern: new RegExp(
      String.raw`(?<!\d|\d\.)(?:\(?(?:\+|00)? ?86\)?[ -]{0,2})?0?(?:${MOBILE})${END}${NO_AMOUNT}`,
      'g',
    ),
  },
  {
    kind: '手机号',
    pattern: /[一幺][三四五六七八九][〇零一二三四五六七八九幺]{9}(?![〇零一二三四五六七八九])/g,
  },
  {
    kind: '电话',
    pattern: new RegExp(
      String.raw`(?<!\d|\d\.)(?:\(?\+?86\)?[ -]?)?(?:\(0\d{2,3}\)|0\d{2,3})[ -]{0,2}[2-9]\d{2,3}${SEP}\d{4}(?:(?:-|转)\d{1,6})?${END}`,
      'g',
    ),
  },
  {
    kind: '电话',
    pattern:
      /(?:电话|手机|联系方式|座机|传真|小灵通)(?:号码?)?[ :：]*(?:是|为)?[ :：]*(?<hide>[2-9]\d{2,3}[ -]?\d{4})(?![\d])/g,
  },
  { kind: '护照号', pattern: /护照(?:号码?)?[ :：]*(?<hide>[A-Z]{1,2}\d{7,8})(?!\d)/gi },
  {
    kind: '车牌号',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?(?=[A-HJ-NP-Z]{0,5}\d)[A-HJ-NP-Z\d]{5,6}(?![A-Za-z\d])/g,
  },
  {
    kind: '住址',
    pattern:
      /(?:家庭住址|家庭地址|现住址|户籍地址|通讯地址|住址|家住|地址)[ :：]*(?:在|是|为)?[ :：]*(?<hide>[^，。；;,\n（(［]{0,30}?(?:\d|[一二三四五六七八九十])(?:-\d+|号|栋|幢|组|弄|单元|室|楼)(?:[\d一二三四五六七八九十A-Z-]{1,5}(?:号楼|号|栋|幢|单元|室|楼|层|房|户)?){0,4})/g,
  },
  {
    kind: '门牌号',
    pattern: new RegExp(
      String.raw`(?<=(?:[路街巷弄道村组屯庄坊湾岗]|胡同|(?<!公)里)[东西南北中]?段?)(?:\d{1,5}|[一二三四五六七八九十百]{1,5})(?:-\d{1,4}|之[一二三四五\d]{1,2})?号(?![线文令楼])${INSIDE}`,
      'g',
    ),
  },
  {
    kind: '门牌号',
    pattern: new RegExp(
      String.raw`${ROOM}(?:号楼|栋|幢|座)(?:${ROOM}|[A-Za-z甲乙丙丁东西])?(?:单元)?[ -]?\d{2,4}(?:室|房|户|号(?!楼))`,
      'g',
    ),
  },
  {
    kind: '门牌号',
    pattern: /(?<=小区|花园|家园|公寓|新村|苑|宿舍|大院)\d{1,4}-\d{1,4}(?:-\d{2,4})?(?:室|号|户)?(?!\d)/g,
  },
  { kind: '门牌号', pattern: /(?<=小区|花园|家园|公寓|新村|苑|宿舍|大院)\d{3,4}(?:室|房)/g },
];
