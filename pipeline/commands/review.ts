import { userInfo } from 'node:os';
import type { Command } from 'commander';

interface ReviewFlags {
  merge?: string[];
  split?: string[];
  rename?: string[];
  undo?: number;
  by?: string;
  note?: string;
}

export function addReview(program: Command): void {
  program
    .command('review')
    .argument('[DIR]', '工作区文件夹', '.')
    .option('--merge <IDS...>', '并案：后面的议题或案件并入第一个')
    .option('--split <IDS...>', '拆开：从第一个议题拆出后面的案件')
    .option('--rename <WORDS...>', '改名：议题编号和新名称')
    .option('--undo <N>', '撤销第 N 条决定', Number)
    .option('--by <NAME>', '记在决定上的人员，默认是登录名')
    .option('--note <TEXT>', '记在决定上的说明')
    .description('复核与并案：待复核的案件，议题的并案、拆开、改名、撤销（不给选项则逐行输入命令）')
    .action(async (folder: string, options: ReviewFlags) => {
      const [{ review }, { readWishes }] = await Promise.all([
        import('../terminal/review.ts'),
        import('../terminal/read-wishes.ts'),
      ]);
      const settings = { person: options.by ?? userInfo().username, note: options.note ?? '', now };
      await review(folder, readWishes(options), settings, {
        input: process.stdin,
        output: process.stdout,
        isInteractive: process.stdin.isTTY === true,
      });
    });
}

/** The minute by the clock on the wall: 2024-12-31 14:05. */
function now(): string {
  return new Date().toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
}
