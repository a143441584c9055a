import type { Command } from 'commander';

export function addInit(program: Command): void {
  program
    .command('init')
    .argument('<DIR>', '新建的工作区文件夹')
    .description('新建工作区：jianyan.yaml、input/、reviews.csv、issues.csv、report-template.yaml')
    .option('--sample', '放入示例数据')
    .action(async (folder: string, options: { sample?: boolean }) => {
      const { init } = await import('../init.ts');
      process.stderr.write(init(folder, options.sample === true));
    });
}
