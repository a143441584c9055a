import type { Command } from 'commander';

export function addCheck(program: Command): void {
  program
    .command('check')
    .argument('<INPUT>', '工作区、文件夹或单个文件')
    .option('--out <FILE>', '另存为 Excel 表格（.xlsx）')
    .description('数据体检：缺项、重号、时间颠倒、超期、未列口径的代码、读不出的内容')
    .action(async (input: string, options: { out?: string }) => {
      const [{ check }, { terminalProgress }] = await Promise.all([
        import('../check/check.ts'),
        import('../progress.ts'),
      ]);
      process.stdout.write(await check(input, options.out ?? null, terminalProgress()));
    });
}
