import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPrivate } from '../../pipeline/share/find-private.ts';
import { hasShared, SHARED } from '../e2e/jianyan.ts';

const found = (text: string) =>
  findPrivate(text).map(({ kind, start, end }) => `${kind}：${text.slice(start, end)}`);

describe('findPrivate finds', () => {
  it.each([
    ['请拨13800138000联系', '手机号：13800138000'],
    ['手机１３８００１３８０００（张三）', '手机号：１３８００１３８０００'],
    ['138-0013-8000或微信同号', '手机号：138-0013-8000'],
    ['138 0013 8000', '手机号：138 0013 8000'],
    ['138.0013.8000', '手机号：138.0013.8000'],
    ['+86 13800138000', '手机号：+86 13800138000'],
    ['Tel13800138000', '手机号：13800138000'],
    ['一三八零零一三八零零零', '手机号：一三八零零一三八零零零'],
    ['值班电话0791-86123456转801', '电话：0791-86123456转801'],
    ['（0791）86123456', '电话：（0791）86123456'],
    ['联系电话：86123456', '电话：86123456'],
    ['身份证11010519491231002X', '身份证号：11010519491231002X'],
    ['身份证号110105 19491231 002X', '身份证号：110105 19491231 002X'],
    ['证号360102900101123有误', '身份证号：360102900101123'],
    ['卡号6222 0212 3456 7890 128', '银行卡号：6222 0212 3456 7890 128'],
    ['收款4111111111111111', '银行卡号：4111111111111111'],
    ['发至zhang.san@example.com.cn', '邮箱：zhang.san@example.com.cn'],
    ['ｚｈａｎｇ＠１６３．ｃｏｍ', '邮箱：ｚｈａｎｇ＠１６３．ｃｏｍ'],
    ['加QQ：123456789', 'QQ号：123456789'],
    ['微信号：zhangsan_88', '微信号：zhangsan_88'],
    ['车牌赣A·12345挡路', '车牌号：赣A·12345'],
    ['护照号E12345678', '护照号：E12345678'],
    ['家住人民路12号3栋2单元501室', '住址：人民路12号3栋2单元501室'],
    ['人民路12号的业主', '门牌号：12号'],
    ['中山路十二号院', '门牌号：十二号'],
    ['纺织新村5号楼1202室漏水', '门牌号：5号楼1202室'],
    ['阳光小区3-2-501', '门牌号：3-2-501'],
  ])('%s', (text, says) => {
    expect(found(text)).toEqual([says]);
  });
});

describe('findPrivate leaves', () => {
  it.each([
    '国办发〔2020〕5号文件',
    '赣府厅字〔2021〕13号',
    '拨打12345热线、110或119',
    '2020—2024年，2024-01-15办结',
    '投入13800138000元，惠及15020030012人次',
    '工单编号20240115123456789',
    '统一社会信用代码91360100MA35XXXX0X',
    '地铁2号线和人民路3号线',
    'G105国道、S301省道12公里处',
    '纺织一村12栋3单元加装电梯',
    '市微信小程序和QQ群',
    '全长3.5公里，增长12.5%',
    '1500 2000 3000万元',
    '320 500 100 12',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('finds a mobile number however it stands in a sentence', () => {
  const digits = fc.tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{9}$/));
  const words = fc.constantFrom('', '，', '（', '电话', '张三', '：', 'Tel', '_');
  fc.assert(
    fc.property(
      digits,
      words,
      fc.constantFrom('', '。', '）', '联系', '_'),
      ([second, rest], before, after) => {
        const number = `1${second}${rest}`;
        const text = `请联系${before}${number}${after}`;
        const spans = findPrivate(text);
        expect(spans.some(({ start, end }) => text.slice(start, end).includes(number))).toBe(true);
      },
    ),
  );
});

it.each(['a', '1', '1 ', 'a.', '路1', '号', '一'])('takes no longer than the text is long: %j', (piece) => {
  const start = performance.now();
  findPrivate(`1${piece.repeat(100_000)}`);
  expect(performance.now() - start).toBeLessThan(3000);
});

it.skipIf(!hasShared)('takes no figure of a real handling report for private data', () => {
  const reports = readFileSync(join(SHARED, 'reports.jsonl'), 'utf8').trim().split('\n');
  const texts = reports.map((line): string => JSON.parse(line).text);
  expect(texts.flatMap(found)).toEqual([]);
});
