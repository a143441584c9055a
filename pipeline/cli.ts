#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { InputError } from './errors.ts';
import { version } from './publish/manifest.ts';
import { FORMATS, type Format } from './tag/formats.ts';

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
  .command('tag')
  .argument('<FILE...>', '台账、提案文本、文件夹，或 -（标准输入，每行一个 JSON）')
  .option('--model <MODEL>', '自己训练的模型（主题、承办单位各一个，可写两次）', collect, [])
  .option('--history <DB>', '一次运行的结果文件夹或 analysis.duckdb：参考以往由谁承办')
  .option('--top <N>', '列出几个主办候选', top, 3)
  .addOption(new Option('--format <FORMAT>', '输出格式；屏幕上默认 table，否则 jsonl').choices(FORMATS))
  .option('--out <FILE>', '写入文件（按扩展名定格式）')
  .description('给新提案标主题、建议主办和会办单位，拿不准的标出来')
  .action(async (files: string[], options: TagFlags) => {
    const { tagFiles } = await import('./tag/tag-files.ts');
    const { model, top, history = null, format = null, out = null } = options;
    await tagFiles(files, { models: model, history, top, format, out }, (message) => {
      process.stderr.write(`${message}\n`);
    });
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

interface TagFlags {
  model: string[];
  history?: string;
  top: number;
  format?: Format;
  out?: string;
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

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function top(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 20) throw new InvalidArgumentError('应为 1 到 20 的整数');
  return n;
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
