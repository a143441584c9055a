/** FNV-1a over the UTF-16 units of `text` from `from` to `to`, as an unsigned 32-bit number. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The values sorted, each once. */
export function sortedUnique(values: Uint32Array): Uint32Array {
  const sorted = values.slice().sort();
  let size = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i] ?? 0;
    if (size === 0 || value !== sorted[size - 1]) sorted[size++] = value;
  }
  return sorted.slice(0, size);
}
