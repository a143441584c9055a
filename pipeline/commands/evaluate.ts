import { type Command, InvalidArgumentError, Option } from 'commander';

export function addEvaluate(program: Command): void {
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
      const [{ evaluate }, { printEvaluation }, { writeEvaluation }, { terminalProgress }] =
        await Promise.all([
          import('../classify/evaluate.ts'),
          import('../classify/print-evaluation.ts'),
          import('../classify/write-evaluation.ts'),
          import('../progress.ts'),
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
