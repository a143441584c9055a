import { type Command, InvalidArgumentError } from 'commander';

interface NotebookFlags {
  notebooks?: string;
  preview?: boolean;
  port: number;
}

export function addNotebooks(program: Command): void {
  program
    .command('notebooks')
    .argument('[DIR]', '结果文件夹，或工作区（用其最近的结果）', '.')
    .option('--notebooks <FOLDER>', '自己的笔记所在文件夹（默认为工作区里的 notebooks）')
    .option('--preview', '边改边看：在本机浏览器里打开，笔记或数据一改就刷新')
    .option('--port <N>', '边改边看的端口', port, 8471)
    .description('研究笔记：年度概况、单位差异、办结再提等问题各一页，可离线打开；也可自己写')
    .action(async (folder: string, options: NotebookFlags) => {
      const own = options.notebooks ?? null;
      if (options.preview === true) {
        const { preview } = await import('../notebooks/preview.ts');
        const { url } = await preview({ folder, own, port: options.port });
        process.stderr.write('按 Ctrl+C 停止。请用浏览器打开：\n');
        process.stdout.write(`${url}\n`);
        return;
      }
      const [{ notebooks }, { terminalProgress }, { SHIPPED }] = await Promise.all([
        import('../notebooks/notebooks.ts'),
        import('../progress.ts'),
        import('../notebooks/find-notebooks.ts'),
      ]);
      const index = await notebooks({ folder, own }, terminalProgress());
      process.stderr.write(`自己写：把 ${SHIPPED} 里的 template.html 复制到工作区的 notebooks 文件夹再改\n`);
      process.stdout.write(`${index}\n`);
    });
}

function port(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0 || n > 65535) throw new InvalidArgumentError('应为 0 到 65535 的整数');
  return n;
}
