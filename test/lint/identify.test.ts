import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { identifyReport } from '../../pipeline/lint/identify.ts';
import { lint, nameOf } from '../../pipeline/lint/lint.ts';
import { readTerms } from '../../pipeline/lint/terms.ts';
import { hasShared, SHARED } from '../e2e/jianyan.ts';
import { reportTextOn } from '../report/small-ledger.ts';
import { readPassages } from './read-passages.ts';

const terms = readTerms();
const identify = (text: string, title: string | null = null) => identifyReport(text, title, terms.names);
const named = (text: string, title: string | null = null) => nameOf(identify(text, title));

describe('identifyReport', () => {
  it('takes the unit from the signature, whatever else the report names', () => {
    const text = '今年，我局承办市政协提案5件，会同市财政局、市教育局办理。\n临澜市水利局\n2023年12月1日';
    expect(named(text)).toBe('临澜市水利局，2023年');
  });

  it('takes the office that acts, and not those that it deals with', () => {
    expect(named('接到市政府办公室通知后，石桥区交通运输局2022年共收到提案8件，会同区财政局办理。')).toBe(
      '石桥区交通运输局，2022年',
    );
    expect(named('区政协常委会听取了南屏区政府关于提案办理的通报，2021年办复提案40件。')).toBe(
      '南屏区政府，2021年',
    );
  });

  it('adds the place that a short name leaves out, and says that it did', () => {
    const text = '2021年，市发展改革委按照《蚌埠市人民政府办公室关于做好办理工作的通知》，办理提案44件。';
    expect(identify(text)).toEqual({ unit: '蚌埠市发展改革委', year: 2021, stated: false });
    expect(named(text)).toBe('蚌埠市发展改革委（据内容推断），2021年');
  });

  it('names an office without a name by the duties that it calls its own', () => {
    const text = '2021年，我局承办建议9件。我局把办理工作纳入民政工作一并部署，推动上海民政事业发展。';
    expect(named(text)).toBe('上海市民政局（据内容推断），2021年');
  });

  it('takes a place that reports as a whole, and a council by its session', () => {
    expect(named('2024年，临澜市共收到提案30件，主办单位为水利局、教育局。')).toBe('临澜市，2024年');
    expect(named('北岭市政协三届二次会议以来，共收到提案30件，2022年全部办复。')).toBe('北岭市政协，2022年');
  });

  it('says what a reader cannot know', () => {
    expect(named('20**年，我办协办区政协提案1件。')).toBe('单位未写明，年份未写明');
    expect(named('xx年以来，我局共收到提案5件。')).toBe('单位未写明，年份未写明');
  });

  it('reads the year of the report and not that of a document', () => {
    expect(identify('2022年，按照《“十四五”规划（2021年版）》和〔2020〕3号文件办理提案。').year).toBe(2022);
    expect(identify('按照《关于做好2021年度提案办理工作的通知》，我局承办提案9件。').year).toBe(2021);
    expect(identify('大荔县经合局。\n二0一一年八月十九日。').year).toBe(2011);
  });

  it('knows whose the passages of the tests are', () => {
    for (const { text, unit, year } of readPassages()) {
      const [report] = lint('passage', text, terms).reports;
      expect([text.slice(0, 40), report?.unit, report?.year]).toEqual([text.slice(0, 40), unit, year]);
    }
  });

  it('knows whose the reports are that Jianyan writes', async () => {
    const town = await reportTextOn({ name: '临澜市' });
    const office = await reportTextOn({ name: '临澜市' }, { unit: '水利局' });
    const unitOf = (text: string) =>
      lint('report.md', text, terms).reports.map(({ unit, year }) => [unit, year]);
    expect(unitOf(town)).toEqual([['临澜市', 2024]]);
    expect(unitOf(office)).toEqual([['临澜市水利局', 2024]]);
  });

  it.skipIf(!hasShared)('knows the reports of the source document, and says of which it cannot', () => {
    const source = readFileSync(join(SHARED, '..', 'seeds', 'handling-reports.txt'), 'utf8');
    const { reports } = lint('handling-reports.txt', source, terms);
    expect(reports.map(({ unit, year }) => `${unit ?? '未写明'} ${year ?? '未写明'}`)).toEqual([
      '寿县人民政府 2020',
      '银川市 未写明',
      '宜黄县林业局 2020',
      '上海市民政局 2020',
      '玉溪市农业农村局 2021',
      '上海市民政局 2021',
      '蚌埠市发展改革委 2021',
      '芒市水利局 2021',
      '连云港市医疗保障局 2021',
      '市地方金融监管局 2021',
      '宜黄县林业局 2020',
      '上海市民政局 2020',
      '郴州市妇联 未写明',
      '上海市民政局 2020',
      '未写明 未写明',
      '未写明 未写明',
      '永平县文体广电旅游局 未写明',
      '未写明 2020',
      '区发改委 未写明',
      '景德镇市民政局 2019',
      '大荔县经合局 2011',
    ]);
  });
});
