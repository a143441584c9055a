import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { loadTools } from '../classify/prepare.ts';
import { readTaxonomy } from '../classify/taxonomy.ts';
import { openWorkspace, type Workspace } from '../config.ts';
import { InputError } from '../errors.ts';
import { openTagger } from '../tag.ts';
import { FORMATS, type Format } from './formats.ts';
import { fileOutput, standardOutput } from './output.ts';
import { readProposals } from './read-proposals.ts';
import { answerWriter } from './write-answers.ts';

export interface TagFlags {
  models: string[];
  /** A run's folder or its analysis.duckdb. */
  history: string | null;
  top: number;
  /** Null: by the name of `out`, else a table on a terminal and jsonl in a pipe. */
  format: Format | null;
  /** Null for the standard output. */
  out: string | null;
}

const WIDTH_OF_FILES = 120;

/**
 * Tags proposals of files, folders and `-` and writes the answers in input order. `notice` hears of what could not be
 * read and how many need a person. Throws InputError when nothing could be read, or a model or history is bad.
 */
export async function tagFiles(
  paths: readonly string[],
  flags: TagFlags,
  notice: (message: string) => void,
): Promise<void> {
  const format = formatOf(flags);
  const { inputs, workspace } = openInputs(paths);
  const { folder, config } = workspace;
  const { models, history, top } = flags;
  const tag = await openTagger({ workspace: folder, config, models, history, top });
  const isSheet = format === 'csv' || format === 'xlsx';
  const subtopicOf = isSheet ? await openSubtopics(workspace) : () => null;
  const output = flags.out === null ? standardOutput() : fileOutput(flags.out);
  const writer = answerWriter(format, output, process.stdout.columns ?? WIDTH_OF_FILES);
  const counts = { read: 0, review: 0, failed: 0 };
  const fail = (message: string) => {
    counts.failed += 1;
    notice(message);
  };
  try {
    let isRead = await writer.begin();
    for await (const { proposal, file } of readProposals(inputs, config.columns ?? {}, fail)) {
      const tagging = await tag(proposal);
      counts.read += 1;
      counts.review += Number(tagging.review);
      const subtopic = subtopicOf(proposal.title, proposal.text, tagging.topic);
      isRead = await writer.row({ position: counts.read, file, tagging, subtopic });
      if (!isRead) break;
    }
    if (counts.read === 0 && counts.failed > 0)
      throw new InputError('输入', '没有读出一件提案', '请按上面的提示逐一处理后重试');
    await writer.end();
  } catch (error) {
    output.abandon();
    throw error;
  }
  if (format === 'table' || flags.out !== null || counts.failed > 0)
    notice(
      `共 ${counts.read} 件，须人工复核 ${counts.review} 件${counts.failed > 0 ? `；有 ${counts.failed} 处没有读入，见上` : ''}`,
    );
}

/** A workspace stands for its input/; the first one's settings hold for all. */
function openInputs(paths: readonly string[]): { inputs: string[]; workspace: Workspace } {
  const opened = paths.map(
    (path): Workspace =>
      path !== '-' && existsSync(join(path, 'jianyan.yaml'))
        ? openWorkspace(path)
        : { input: path, folder: null, config: {} },
  );
  const workspace = opened.find((w) => w.folder !== null) ?? { input: '', folder: null, config: {} };
  return { inputs: opened.map((w) => w.input), workspace };
}

function formatOf({ format, out }: TagFlags): Format {
  const extension = out === null ? '' : extname(out).slice(1).toLowerCase();
  const chosen =
    format ??
    FORMATS.find((name) => name === extension) ??
    (out === null && process.stdout.isTTY ? 'table' : 'jsonl');
  if (out === null && process.stdout.isTTY && ['csv', 'xlsx', 'arrow'].includes(chosen))
    throw new InputError(
      `--format ${chosen}`,
      '这种格式不适合显示在屏幕上',
      `请加 --out 文件名.${chosen}，或用 > 存成文件`,
    );
  return chosen;
}

/** The name of the second level that the words speak for, null where there is none. */
async function openSubtopics({
  folder,
  config,
}: Workspace): Promise<(title: string, text: string | null, topic: string) => string | null> {
  const taxonomy = readTaxonomy(folder);
  const { classifyByWords } = await loadTools(taxonomy, config.tokenizer ?? 'jieba');
  const names = new Map(
    taxonomy.topics.flatMap((t) => t.children.map((c): [string, string] => [`${t.id}/${c.id}`, c.name])),
  );
  return (title, text, topic) => {
    const { subtopic = null } = classifyByWords(title, text).ranking.find((r) => r.topic === topic) ?? {};
    return names.get(`${topic}/${subtopic}`) ?? null;
  };
}
