import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { DecisionOptions } from '../terminal/read-options.ts';

interface ReviewFlags extends DecisionOptions {
  run?: string;
  by?: string;
  note?: string;
}

export function addReview(program: Command): void {
  program
    .command('review')
    .argument('[DIR]', '工作区文件夹', '.')
    .option('--run <DIR>', '看哪一次结果，默认是工作区最近一次的')
    .option('--merge <IDS...>', '并案：后面的议题或案件并入第一个')
    .option('--split <IDS...>', '拆开：从第一个议题拆出后面的案件')
    .option('--rename <WORDS...>', '改名：议题编号和新名称')
    .option('--undo <N>', '撤销第 N 条决定', Number)
    .option('--topic <WORDS...>', '决定一件的主题：案件标识和主题；不写主题就是采纳机器的')
    .option('--lead <WORDS...>', '决定一件的主办单位：案件标识和单位')
    .option('--by <NAME>', '记在决定上的人员，默认是登录名')
    .option('--note <TEXT>', '记在决定上的说明')
    .description('复核与并案：待决定的主题和主办单位，议题的并案、拆开、改名、撤销（不给选项则逐行输入命令）')
    .action(async (folder: string, options: ReviewFlags) => {
      const [{ review }, { readOptions }] = await Promise.all([
        import('../terminal/review.ts'),
        import('../terminal/read-options.ts'),
      ]);
      const settings = { person: options.by ?? userInfo().username, note: options.note ?? '', now };
      await review(folder, options.run ?? null, readOptions(options), settings, {
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
