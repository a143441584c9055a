import { z } from 'zod';
import { InputError } from '../errors.ts';
import { readUpload } from './read-upload.ts';

/** The process in which uploads are parsed, one after another: what a hostile file does here, it does to nobody else. */
const task = z.object({ bytes: z.instanceof(Uint8Array), name: z.string() });

process.on('message', async (message) => {
  const { bytes, name } = task.parse(message);
  try {
    process.send?.({ proposals: await readUpload(bytes, name) });
  } catch (error) {
    // What a parser throws at a hostile file is the file's fault.
    const failure = new InputError(name, '无法读出，文件可能已损坏', '请用 Word 或 WPS 打开后另存一份再试');
    process.send?.({ problem: error instanceof InputError ? error.message : failure.message });
  }
});
