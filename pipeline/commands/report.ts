import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Body } from '../rows.ts';
import { AUDIENCES, type Audience } from '../share/audience.ts';

export function addReport(program: Command): void {
  program
    .command('report')
    .argument('<DIR>', '结果文件夹（jianyan run 的 --out）')
    .requiredOption('--out <FILE>', '写到哪里：.docx（公文格式）或 .md')
    .option('--unit <NAME>', '只写这个承办单位的')
    .option('--year <YEAR>', '只写这个年度的', year)
    .addOption(new Option('--body <NAME>', '只写政协提案或人大建议').choices(['政协', '人大']))
    .addOption(
      new Option('--audience <NAME>', '给谁看：internal 内部、leadership 领导（隐去个人信息）、public 公开')
        .choices(AUDIENCES)
        .default('internal'),
    )
    .description('写办理情况报告初稿：数字由结果算出并附依据，要人写的留空提示')
    .action(async (folder: string, { out, audience, ...options }: ReportFlags) => {
      const { report } = await import('../report/report.ts');
      const { unit = null, year = null, body = null } = options;
      const notices = await report(folder, { unit, year, body }, out, audience);
      process.stderr.write([...notices, `报告初稿：${out}`].map((line) => `${line}\n`).join(''));
    });
}

function year(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1949 || n > 2100) throw new InvalidArgumentError('应为 2024 这样的年份');
  return n;
}

interface ReportFlags {
  out: string;
  audience: Audience;
  unit?: string;
  year?: number;
  body?: Body;
}
