import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { explainSystemError } from '../errors.ts';

/** Where the answers go. */
export interface Output {
  /** Waits while the reader is slower. False once nobody reads any more. */
  write(part: string | Uint8Array): Promise<boolean>;
  /** Ends it; a file appears under its name only now. */
  end(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): void;
}

/** The standard output. A reader that goes away (| head) is no error. */
export function standardOutput(): Output {
  let isOpen = true;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isOpen = false;
  });
  return {
    write: async (part) => {
      if (isOpen && !process.stdout.write(part))
        await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]).catch(() => {});
      return isOpen;
    },
    end: async () => {},
    abandon: () => {},
  };
}

/** A file, written beside its name first. Throws InputError when it cannot be written. */
export function fileOutput(file: string): Output {
  const draft = `${file}.part`;
  const stream = createWriteStream(draft);
  const opened = once(stream, 'open').catch((error: unknown) => {
    throw explainSystemError(error, file);
  });
  return {
    write: async (part) => {
      await opened;
      if (!stream.write(part)) await once(stream, 'drain');
      return true;
    },
    end: async () => {
      try {
        await opened;
        stream.end();
        await finished(stream);
        renameSync(draft, file);
      } catch (error) {
        throw explainSystemError(error, file);
      }
    },
    abandon: () => {
      stream.destroy();
      rmSync(draft, { force: true });
    },
  };
}
