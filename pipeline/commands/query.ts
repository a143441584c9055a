import { type Command, Option } from 'commander';

export function addQuery(program: Command): void {
  program
    .command('query')
    .argument('<DIR>', '结果文件夹')
    .argument('<SQL>', '查询语句，如 "select * from overview"')
    .addOption(
      new Option('--format <FORMAT>', '输出格式').choices(['table', 'csv', 'jsonl']).default('table'),
    )
    .option('--chinese', '列名用中文')
    .option('--out <FILE>', '另存为 .csv、.xlsx 或 .arrow 文件')
    .description('用 SQL 查询一次结果（只读）')
    .action(async (folder: string, sql: string, options: QueryFlags) => {
      const [{ query }, { printAnswer }, { writeAnswer }] = await Promise.all([
        import('../query/query.ts'),
        import('../query/print-answer.ts'),
        import('../query/write-answer.ts'),
      ]);
      const answer = await query(folder, sql, options.chinese === true);
      if (options.out === undefined) process.stdout.write(printAnswer(answer, options.format));
      else await writeAnswer(answer, options.out);
    });
}

interface QueryFlags {
  format: string;
  chinese?: boolean;
  out?: string;
}
