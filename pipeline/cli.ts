#!/usr/bin/env node
import { userInfo } from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { InputError } from './errors.ts';
import { version } from './publish/manifest.ts';

/** 0 done · 1 the user can fix it · 2 bad usage · 70 a bug, with a stack. */
const EXIT = { user: 1, usage: 2, bug: 70 } as const;

const program = new Command('jianyan')
  .description('建言：政协提案和人大代表建议的分析、看板与分办（离线运行，数据不出本机）')
  .version(version(), '-V, --version', '显示版本')
  .helpOption('-h, --help', '显示帮助')
  .helpCommand(false)
  .configureHelp({ styleTitle: (title) => HEADINGS[title] ?? title })
  .exitOverride();

const HEADINGS: Record<string, string> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

program
  .command('init')
  .argument('<DIR>', '新建的工作区文件夹')
  .description('新建工作区：jianyan.yaml、input/、reviews.csv、issues.csv')
  .option('--sample', '放入示例数据')
  .action(async (folder: string, options: { sample?: boolean }) => {
    const { init } = await import('./init.ts');
    process.stderr.write(init(folder, options.sample === true));
  });

program
  .command('run')
  .argument('<INPUT>', '工作区、文件夹或单个文件')
  .requiredOption('--out <DIR>', '结果文件夹（整体替换上一次的结果）')
  .description('整批运行：读入台账和文本，写出数据库、表格和看板')
  .action(async (input: string, options: { out: string }) => {
    const [{ run }, { terminalProgress }, { summarize }] = await Promise.all([
      import('./run.ts'),
      import('./progress.ts'),
      import('./summary.ts'),
    ]);
    process.stdout.write(summarize(await run(input, options.out, terminalProgress())));
  });

program
  .command('check')
  .argument('<INPUT>', '工作区、文件夹或单个文件')
  .option('--out <FILE>', '另存为 Excel 表格（.xlsx）')
  .description('数据体检：缺项、重号、时间颠倒、超期、未列口径的代码、读不出的内容')
  .action(async (input: string, options: { out?: string }) => {
    const [{ check }, { terminalProgress }] = await Promise.all([
      import('./check/check.ts'),
      import('./progress.ts'),
    ]);
    process.stdout.write(await check(input, options.out ?? null, terminalProgress()));
  });

program
  .command('train')
  .argument('<FILE>', '带标签的台账（.xlsx .xls .csv .jsonl）')
  .requiredOption('--target <NAME>', '标签是什么：topic、department 或自定名称')
  .requiredOption('--label <COLUMN>', '标签所在的列名')
  .requiredOption('--out <MODEL>', '模型文件（.json）')
  .option('--embedding <DIR>', '句向量模型文件夹（可不用，见 README）')
  .option('--skip-rare', '略去只出现一次的标签')
  .description('用本单位的台账训练分类模型')
  .action(async (file: string, options: TrainFlags) => {
    const [{ train }, { terminalProgress }] = await Promise.all([
      import('./classify/train.ts'),
      import('./progress.ts'),
    ]);
    const settings = {
      ...options,
      embedding: options.embedding ?? null,
      skipRare: options.skipRare === true,
    };
    process.stderr.write(await train(file, settings, terminalProgress()));
  });

program
  .command('evaluate')
  .argument('<FILE>', '带标签的台账（.xlsx .xls .csv .jsonl）')
  .requiredOption('--target <NAME>', '标签是什么：topic、department 或自定名称')
  .requiredOption('--label <COLUMN>', '标签所在的列名')
  .option('--model <MODEL>', '评估这个模型；不给则用台账本身交叉验证')
  .option('--folds <N>', '交叉验证的折数', folds, 5)
  .addOption(new Option('--format <FORMAT>', '输出格式').choices(['table', 'json']).default('table'))
  .option('--embedding <DIR>', '句向量模型文件夹（可不用，见 README）')
  .option('--html <FILE>', '另存为网页（图表可离线打开）')
  .option('--skip-rare', '略去只出现一次的标签')
  .description('评估分类的准确程度：各类指标、混淆、可自动判断的比例、疑似标错的行')
  .action(async (file: string, options: EvaluateFlags) => {
    const [{ evaluate }, { printEvaluation }, { writeEvaluation }, { terminalProgress }] = await Promise.all([
      import('./classify/evaluate.ts'),
      import('./classify/print-evaluation.ts'),
      import('./classify/write-evaluation.ts'),
      import('./progress.ts'),
    ]);
    const settings = {
      ...options,
      model: options.model ?? null,
      embedding: options.embedding ?? null,
      skipRare: options.skipRare === true,
    };
    const result = await evaluate(file, settings, terminalProgress());
    if (options.html) writeEvaluation(result, options.html);
    process.stdout.write(
      options.format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : printEvaluation(result),
    );
  });

program
  .command('compare')
  .argument('<RUN_A>', '原来的结果文件夹')
  .argument('<RUN_B>', '现在的结果文件夹')
  .addOption(new Option('--format <FORMAT>', '输出格式').choices(['table', 'json']).default('table'))
  .description('比较两次结果：输入、设置、口径、行数和每一个数字的变化')
  .action(async (before: string, after: string, { format }: { format: string }) => {
    const [{ compare }, { printComparison }, { readModels }] = await Promise.all([
      import('./compare/compare.ts'),
      import('./compare/print-comparison.ts'),
      import('./store/models.ts'),
    ]);
    const found = await compare(before, after);
    process.stdout.write(
      format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : printComparison(found, readModels()),
    );
  });

program
  .command('query')
  .argument('<DIR>', '结果文件夹')
  .argument('<SQL>', '查询语句，如 "select * from overview"')
  .addOption(new Option('--format <FORMAT>', '输出格式').choices(['table', 'csv', 'jsonl']).default('table'))
  .option('--chinese', '列名用中文')
  .option('--out <FILE>', '另存为 .csv、.xlsx 或 .arrow 文件')
  .description('用 SQL 查询一次结果（只读）')
  .action(async (folder: string, sql: string, options: QueryFlags) => {
    const [{ query }, { printAnswer }, { writeAnswer }] = await Promise.all([
      import('./query/query.ts'),
      import('./query/print-answer.ts'),
      import('./query/write-answer.ts'),
    ]);
    const answer = await query(folder, sql, options.chinese === true);
    if (options.out === undefined) process.stdout.write(printAnswer(answer, options.format));
    else await writeAnswer(answer, options.out);
  });

interface QueryFlags {
  format: string;
  chinese?: boolean;
  out?: string;
}

program
  .command('link')
  .argument('<FILE>', '台账（.jsonl .csv .xlsx）、文档或文件夹')
  .requiredOption('--out <DIR>', '结果文件夹（issues.jsonl 和 links.jsonl，整体替换上一次的结果）')
  .description('查重与归并：近似重复、部分重复、同一事项，归成议题')
  .action(async (file: string, options: { out: string }) => {
    const [{ linkDocuments }, { terminalProgress }] = await Promise.all([
      import('./link/link-documents.ts'),
      import('./progress.ts'),
    ]);
    process.stderr.write(await linkDocuments(file, options.out, terminalProgress()));
  });

program
  .command('review')
  .argument('[DIR]', '工作区文件夹', '.')
  .option('--merge <IDS...>', '并案：后面的议题或案件并入第一个')
  .option('--split <IDS...>', '拆开：从第一个议题拆出后面的案件')
  .option('--rename <WORDS...>', '改名：议题编号和新名称')
  .option('--undo <N>', '撤销第 N 条决定', Number)
  .option('--by <NAME>', '记在决定上的人员，默认是登录名')
  .option('--note <TEXT>', '记在决定上的说明')
  .description('复核与并案：待复核的案件，议题的并案、拆开、改名、撤销')
  .action(async (folder: string, options: ReviewFlags) => {
    const [{ review }, { readWishes }] = await Promise.all([
      import('./terminal/review.ts'),
      import('./terminal/read-wishes.ts'),
    ]);
    const settings = { person: options.by ?? userInfo().username, note: options.note ?? '', now };
    await review(folder, readWishes(options), settings, {
      input: process.stdin,
      output: process.stdout,
      isInteractive: process.stdin.isTTY === true,
    });
  });

interface ReviewFlags {
  merge?: string[];
  split?: string[];
  rename?: string[];
  undo?: number;
  by?: string;
  note?: string;
}

/** The minute by the clock on the wall: 2024-12-31 14:05. */
function now(): string {
  return new Date().toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
}

interface TrainFlags {
  target: string;
  label: string;
  out: string;
  embedding?: string;
  skipRare?: boolean;
}

interface EvaluateFlags {
  target: string;
  label: string;
  model?: string;
  folds: number;
  format: string;
  html?: string;
  embedding?: string;
  skipRare?: boolean;
}

function folds(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 2 || n > 20) throw new InvalidArgumentError('应为 2 到 20 的整数');
  return n;
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage;
  if (error instanceof InputError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.user;
  }
  process.stderr.write(
    `程序出错，请把下面的内容和所用命令告知开发者：\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.bug;
}
