/** Exit codes of the program: the user can fix it · bad usage · a bug, with a stack. */
export const EXIT = { user: 1, usage: 2, bug: 70 } as const;

/** Something the user can fix. The message is Chinese and reads `place: what is wrong; what to do`. */
export class InputError extends Error {
  override name = 'InputError';

  constructor(place: string, problem: string, remedy: string) {
    super(`${place}：${problem}；${remedy}`);
  }
}

const REASONS: Record<string, [string, string]> = {
  ENOENT: ['路径不存在', '请检查路径是否写对'],
  EACCES: ['没有读写权限', '请换一个位置，或请管理员授权'],
  EPERM: ['没有读写权限，或文件正被其他程序打开', '请关闭 Excel、浏览器等程序后重试'],
  EBUSY: ['文件正被其他程序占用', '请关闭 Excel、浏览器等程序后重试'],
  EROFS: ['所在磁盘是只读的', '请把 --out 指到可以写入的位置'],
  ENOTDIR: ['路径中有一段是文件，不是文件夹', '请检查路径是否写对'],
  EISDIR: ['这是一个文件夹，不是文件', '请检查路径是否写对'],
  ENOSPC: ['磁盘空间不足', '请清理磁盘或换一个位置后重试，原有结果没有改动'],
  EDQUOT: ['磁盘配额已用完', '请清理磁盘或换一个位置后重试，原有结果没有改动'],
};

/**
 * Turns an error of the operating system or of DuckDB's file layer into an InputError that names `place`;
 * returns anything else unchanged, because it is a bug.
 */
export function explainSystemError(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof InputError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const full = /No space left on device|not enough space on the disk/i.test(error.message);
  const reason = REASONS[full ? 'ENOSPC' : code];
  return reason ? new InputError(place, ...reason) : error;
}
