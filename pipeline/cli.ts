#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { addCheck } from './commands/check.ts';
import { addCompare } from './commands/compare.ts';
import { addEvaluate } from './commands/evaluate.ts';
import { addInit } from './commands/init.ts';
import { addLink } from './commands/link.ts';
import { addLint } from './commands/lint.ts';
import { addNotebooks } from './commands/notebooks.ts';
import { addQuery } from './commands/query.ts';
import { addReport } from './commands/report.ts';
import { addReview } from './commands/review.ts';
import { addRun } from './commands/run.ts';
import { addServe } from './commands/serve.ts';
import { addTag } from './commands/tag.ts';
import { addTrain } from './commands/train.ts';
import { EXIT, InputError } from './errors.ts';
import { version } from './publish/manifest.ts';

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

// In the order in which an office meets them: each file of commands/ is one command.
addInit(program);
addRun(program);
addCheck(program);
addTag(program);
addServe(program);
addReview(program);
addLink(program);
addLint(program);
addReport(program);
addTrain(program);
addEvaluate(program);
addNotebooks(program);
addCompare(program);
addQuery(program);

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
