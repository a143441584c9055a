import { Unzip, UnzipInflate } from 'fflate';
import { InputError } from '../errors.ts';

/** A real ledger of 100,000 rows unpacks to about 200 MB; nothing an office has is larger. */
const MAX_UNPACKED = 512 * 1024 * 1024;

/**
 * Unpacks a zip (.xlsx, .docx) once without keeping anything, and throws InputError when it is damaged or when it
 * holds more than `limit` bytes. The sizes that the zip states are not believed.
 */
export function assertSafeZip(bytes: Uint8Array, place: string, limit = MAX_UNPACKED): void {
  let total = 0;
  let entries = 0;
  // Not thrown inside the callback: the library would report it as a damaged entry.
  let failure: InputError | undefined;
  const unzip = new Unzip((entry) => {
    entries += 1;
    entry.ondata = (error, chunk) => {
      if (error) failure ??= damaged(place);
      total += chunk?.length ?? 0;
      if (total > limit) failure ??= bomb(place, limit);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  const step = 1 << 16;
  for (let at = 0; at < bytes.length && !failure; at += step) {
    try {
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    } catch {
      failure ??= damaged(place);
    }
  }
  if (failure) throw failure;
  if (entries === 0 || !hasDirectory(bytes)) throw damaged(place);
}

/** The end-of-directory record that a truncated download lacks. */
function hasDirectory(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.subarray(Math.max(0, bytes.length - 66_000))).lastIndexOf(
      'PK\u0005\u0006',
      undefined,
      'latin1',
    ) >= 0
  );
}

function damaged(place: string): InputError {
  return new InputError(place, '文件已损坏或没有下载完整', '请重新获取，或用 Excel/Word 打开后另存一份');
}

function bomb(place: string, limit: number): InputError {
  const size = Math.round(limit / 1024 / 1024);
  return new InputError(
    place,
    `解压后超过 ${size} MB，疑似压缩炸弹`,
    '请核实文件来源；确属台账的，请按年度拆分后重试',
  );
}
