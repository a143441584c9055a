import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import { ROOT } from '../root.ts';

/** Cuts normalised text into words; joined again they give the text. */
export type Tokenizer = (text: string) => string[];

export type TokenizerEngine = 'jieba' | 'nodejieba';

/** Loaded once per thread and engine: 0.2 s, 85 MB. */
const loaded = new Map<TokenizerEngine, Promise<Tokenizer>>();

/**
 * The segmenter: jieba's dictionary with data/words.txt. `nodejieba` is the same algorithm compiled on the machine;
 * it is an optional package. Throws InputError when that package is missing.
 */
export function loadTokenizer(engine: TokenizerEngine = 'jieba'): Promise<Tokenizer> {
  const tokenizer = loaded.get(engine) ?? (engine === 'jieba' ? loadJieba() : loadNodejieba());
  loaded.set(engine, tokenizer);
  return tokenizer;
}

/** The lines of a word list in data/, without comments. */
export function readWordList(name: 'words.txt' | 'stopwords.txt'): string[] {
  const lines = readFileSync(join(ROOT, 'data', name), 'utf8').split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/** The domain words that are kept whole. */
export function readDomainWords(): string[] {
  return readWordList('words.txt');
}

async function loadJieba(): Promise<Tokenizer> {
  const [{ Jieba }, { dict }] = await Promise.all([
    import('@node-rs/jieba'),
    import('@node-rs/jieba/dict.js'),
  ]);
  const jieba = Jieba.withDict(dict);
  const cut: Tokenizer = (text) => jieba.cut(text, true);
  addDomainWords(cut, (lines) => jieba.loadDict(Buffer.from(lines)));
  return cut;
}

/** Takes 5 s: its insertWord knows no frequency, so each round of words is loaded as a dictionary file. */
async function loadNodejieba(): Promise<Tokenizer> {
  // A variable, because the package is optional and has no types here.
  const name = 'nodejieba';
  const nodejieba = await import(name).catch(() => {
    throw new InputError(
      'jianyan.yaml',
      'tokenizer 选了 nodejieba，但没有安装这个软件包',
      '请执行 npm i nodejieba（需要编译环境），或改用 jieba',
    );
  });
  const cut: Tokenizer = (text) => nodejieba.default.cut(text);
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  const userDict = join(folder, 'words.utf8');
  try {
    nodejieba.default.load();
    addDomainWords(cut, (lines) => {
      writeFileSync(userDict, lines);
      nodejieba.default.load({ userDict });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return cut;
}

/**
 * Adds the domain words with the lowest frequency at which each is cut whole, so that none splits a neighbour more
 * than it must. Jieba prefers the more frequent path; the frequency is raised until every word stands. `load` gets
 * all of them each time, as lines of a user dictionary: word, frequency, part of speech.
 */
function addDomainWords(cut: Tokenizer, load: (lines: string) => void): void {
  const frequencies = new Map<string, number>();
  let broken = readDomainWords().filter((word) => cut(word).length > 1);
  for (let frequency = 1; broken.length > 0 && frequency <= 1_000_000; frequency *= 10) {
    for (const word of broken) frequencies.set(word, frequency);
    load([...frequencies].map(([word, times]) => `${word} ${times} nz`).join('\n'));
    broken = readDomainWords().filter((word) => cut(word).length > 1);
  }
}
