/** Whole lines of a stream. */
export interface Lines {
  bytes: Uint8Array;
  /** 1-based number of the first line. */
  firstLine: number;
}

/** Cuts a stream into parts of whole lines of about `size` bytes, so that a large file is never in memory whole. */
export async function* readLines(stream: AsyncIterable<Uint8Array>, size = 1 << 20): AsyncGenerator<Lines> {
  let kept: Uint8Array[] = [];
  let length = 0;
  let firstLine = 1;
  for await (const chunk of stream) {
    const end = chunk.lastIndexOf(10) + 1;
    length += chunk.length;
    kept.push(chunk);
    if (end === 0 || length < size) continue;
    const bytes = Buffer.concat([...kept.slice(0, -1), chunk.subarray(0, end)]);
    yield { bytes, firstLine };
    firstLine += countLines(bytes);
    kept = [chunk.subarray(end)];
    length = chunk.length - end;
  }
  if (length > 0) yield { bytes: Buffer.concat(kept), firstLine };
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}
