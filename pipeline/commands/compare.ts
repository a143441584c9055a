import { type Command, Option } from 'commander';

export function addCompare(program: Command): void {
  program
    .command('compare')
    .argument('<RUN_A>', '原来的结果文件夹')
    .argument('<RUN_B>', '现在的结果文件夹')
    .addOption(new Option('--format <FORMAT>', '输出格式').choices(['table', 'json']).default('table'))
    .description('比较两次结果：输入、设置、口径、行数和每一个数字的变化')
    .action(async (before: string, after: string, { format }: { format: string }) => {
      const [{ compare }, { printComparison }, { readModels }] = await Promise.all([
        import('../compare/compare.ts'),
        import('../compare/print-comparison.ts'),
        import('../store/models.ts'),
      ]);
      const found = await compare(before, after);
      process.stdout.write(
        format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : printComparison(found, readModels()),
      );
    });
}
