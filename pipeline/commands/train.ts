import type { Command } from 'commander';

export function addTrain(program: Command): void {
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
        import('../classify/train.ts'),
        import('../progress.ts'),
      ]);
      const settings = {
        ...options,
        embedding: options.embedding ?? null,
        skipRare: options.skipRare === true,
      };
      process.stderr.write(await train(file, settings, terminalProgress()));
    });
}

interface TrainFlags {
  target: string;
  label: string;
  out: string;
  embedding?: string;
  skipRare?: boolean;
}
