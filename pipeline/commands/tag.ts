import { type Command, InvalidArgumentError, Option } from 'commander';
import { FORMATS, type Format } from '../tag/formats.ts';

export function addTag(program: Command): void {
  program
    .command('tag')
    .argument('<FILE...>', '台账、提案文本、文件夹，或 -（标准输入，每行一个 JSON）')
    .option('--model <MODEL>', '自己训练的模型（主题、承办单位各一个，可写两次）', collect, [])
    .option('--history <DB>', '一次运行的结果文件夹或 analysis.duckdb：参考以往由谁承办')
    .option('--top <N>', '列出几个主办候选', top, 3)
    .addOption(new Option('--format <FORMAT>', '输出格式；屏幕上默认 table，否则 jsonl').choices(FORMATS))
    .option('--out <FILE>', '写入文件（按扩展名定格式）')
    .description('给新提案标主题、建议主办和会办单位，拿不准的标出来')
    .action(async (files: string[], options: TagOptions) => {
      const { tagFiles } = await import('../tag/tag-files.ts');
      const { model, top, history = null, format = null, out = null } = options;
      await tagFiles(files, { models: model, history, top, format, out }, (message) => {
        process.stderr.write(`${message}\n`);
      });
    });
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function top(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 20) throw new InvalidArgumentError('应为 1 到 20 的整数');
  return n;
}

interface TagOptions {
  model: string[];
  history?: string;
  top: number;
  format?: Format;
  out?: string;
}
