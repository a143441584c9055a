import { type Command, Option } from 'commander';
import { AUDIENCES, type Audience } from '../share/audience.ts';

export function addRun(program: Command): void {
  program
    .command('run')
    .argument('<INPUT>', '工作区、文件夹或单个文件')
    .requiredOption('--out <DIR>', '结果文件夹（整体替换上一次的结果）')
    .addOption(
      new Option('--audience <NAME>', '给谁看：internal 内部、leadership 领导（隐去个人信息）、public 公开')
        .choices(AUDIENCES)
        .default('internal'),
    )
    .option('--packs', '另给每个承办单位写一份看板：逐件只有本单位的，与全体比较')
    .description('整批运行：读入台账和文本，写出数据库、表格和看板')
    .action(async (input: string, { out, ...options }: RunFlags) => {
      const [{ run }, { terminalProgress }, { summarize }] = await Promise.all([
        import('../run.ts'),
        import('../progress.ts'),
        import('../summary.ts'),
      ]);
      process.stdout.write(summarize(await run(input, out, terminalProgress(), options)));
    });
}

interface RunFlags {
  out: string;
  audience: Audience;
  packs?: boolean;
}
