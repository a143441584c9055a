import type { Command } from 'commander';

export function addRun(program: Command): void {
  program
    .command('run')
    .argument('<INPUT>', '工作区、文件夹或单个文件')
    .requiredOption('--out <DIR>', '结果文件夹（整体替换上一次的结果）')
    .description('整批运行：读入台账和文本，写出数据库、表格和看板')
    .action(async (input: string, options: { out: string }) => {
      const [{ run }, { terminalProgress }, { summarize }] = await Promise.all([
        import('../run.ts'),
        import('../progress.ts'),
        import('../summary.ts'),
      ]);
      process.stdout.write(summarize(await run(input, options.out, terminalProgress())));
    });
}
