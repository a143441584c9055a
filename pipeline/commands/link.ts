import type { Command } from 'commander';

export function addLink(program: Command): void {
  program
    .command('link')
    .argument('<FILE>', '台账（.jsonl .csv .xlsx）、文档或文件夹')
    .requiredOption('--out <DIR>', '结果文件夹（issues.jsonl 和 links.jsonl，整体替换上一次的结果）')
    .description('查重与归并：近似重复、部分重复、同一事项，归成议题')
    .action(async (file: string, options: { out: string }) => {
      const [{ linkDocuments }, { terminalProgress }] = await Promise.all([
        import('../link/link-documents.ts'),
        import('../progress.ts'),
      ]);
      process.stderr.write(await linkDocuments(file, options.out, terminalProgress()));
    });
}
