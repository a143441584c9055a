import { type Command, InvalidArgumentError } from 'commander';

interface ServeFlags {
  run?: string;
  port: number;
  host: string;
  token?: string;
}

export function addServe(program: Command): void {
  program
    .command('serve')
    .argument('[DIR]', '工作区，或运行结果文件夹', '.')
    .option('--run <DIR>', '运行结果文件夹（默认找工作区里、旁边和当前文件夹里最近的一次）')
    .option('--port <N>', '端口', port, 8470)
    .option('--host <ADDRESS>', '监听的地址；不是本机地址时须带令牌', '127.0.0.1')
    .option('--token <TOKEN>', '访问令牌（监听其他地址而不给时自动生成）')
    .description('分办台：在浏览器里判断来件、记下人工决定、检索历年案件')
    .action(async (folder: string, options: ServeFlags) => {
      const { serve } = await import('../serve/serve.ts');
      const { run = null, token = null, host, port } = options;
      const settings = { folder, run, host, port, token, parseSeconds: 20, now: () => new Date() };
      const { url, notices } = await serve(settings);
      process.stderr.write(`${notices.join('\n')}\n按 Ctrl+C 停止。请用浏览器打开：\n`);
      process.stdout.write(`${url}\n`);
    });
}

function port(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0 || n > 65535) throw new InvalidArgumentError('应为 0 到 65535 的整数');
  return n;
}
