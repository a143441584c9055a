import { type Command, Option } from 'commander';
import { EXIT } from '../errors.ts';

export function addLint(program: Command): void {
  program
    .command('lint')
    .argument('<FILE...>', '办理情况报告（.docx .doc .pdf .txt .md）')
    .addOption(new Option('--format <FORMAT>', '输出格式').choices(['table', 'json']).default('table'))
    .option('--annotate <DIR>', '另存批注稿：Word 文件加批注，其他文件存为网页')
    .description('数字体检：认出报告里的数字，复核合计与百分比，提示凑不出的比率和缺失的数')
    .action(async (files: string[], options: { format: 'table' | 'json'; annotate?: string }) => {
      const { lintFiles } = await import('../lint/lint-files.ts');
      const outlet = {
        write: (output: string) => void process.stdout.write(output),
        notice: (message: string) => void process.stderr.write(`${message}\n`),
      };
      const unread = await lintFiles(files, { ...options, annotate: options.annotate ?? null }, outlet);
      if (unread > 0) process.exitCode = EXIT.user;
    });
}
