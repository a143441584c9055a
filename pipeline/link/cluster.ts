/** A judged pair: `score` in [0, 1]. */
export interface ScoredPair {
  a: string;
  b: string;
  score: number;
}

/** Two clusters are joined while the mean score of the pairs between them is at least this. */
export const JOIN_FROM = 0.6;

/**
 * Puts documents into issues: average linkage over the scored pairs, the pair of clusters with the highest mean
 * first, where a pair that was not judged counts 0. So one document that resembles two issues cannot make one of
 * them: it would have to raise the mean of all their pairs. Ties go to the smaller ids; the order of `ids` and
 * `pairs` changes nothing.
 *
 * Returns all clusters, single documents included: members sorted by code units, clusters by their first member.
 */
export function cluster(
  ids: readonly string[],
  pairs: readonly ScoredPair[],
  joinFrom = JOIN_FROM,
): string[][] {
  const sorted = [...new Set(ids)].sort();
  const position = new Map(sorted.map((id, i) => [id, i]));
  const clusters: Cluster[] = sorted.map((_, i) => ({ members: [i], sums: new Map(), version: 0 }));
  const ordered = pairs
    .map(({ a, b, score }) => ({ x: position.get(a) ?? -1, y: position.get(b) ?? -1, score }))
    .filter(({ x, y, score }) => x >= 0 && y >= 0 && x !== y && score > 0)
    .map(({ x, y, score }) => (x < y ? { x, y, score } : { x: y, y: x, score }))
    .sort((p, q) => p.x - q.x || p.y - q.y || q.score - p.score);
  for (const { x, y, score } of ordered) {
    // Of a pair that is given twice the higher score counts.
    if (clusters[x]?.sums.has(y)) continue;
    clusters[x]?.sums.set(y, score);
    clusters[y]?.sums.set(x, score);
  }
  joinAll(clusters, joinFrom);
  return clusters
    .filter((c) => c.members.length > 0)
    .map((c) => c.members.sort((p, q) => p - q).map((i) => sorted[i] ?? ''))
    .sort((p, q) => ((p[0] ?? '') < (q[0] ?? '') ? -1 : 1));
}

interface Cluster {
  /** Empty when it has been joined to another. */
  members: number[];
  /** Sum of the scores of the pairs to each other cluster. */
  sums: Map<number, number>;
  version: number;
}

interface Join {
  mean: number;
  x: number;
  y: number;
  versionX: number;
  versionY: number;
}

function joinAll(clusters: Cluster[], joinFrom: number): void {
  const heap: Join[] = [];
  const offer = (x: number, y: number): void => {
    const [cx, cy] = [clusters[x], clusters[y]];
    if (!cx || !cy) return;
    const mean = (cx.sums.get(y) ?? 0) / (cx.members.length * cy.members.length);
    if (mean >= joinFrom) push(heap, { mean, x, y, versionX: cx.version, versionY: cy.version });
  };
  for (const [x, { sums }] of clusters.entries()) for (const y of sums.keys()) if (x < y) offer(x, y);
  for (let next = pop(heap); next; next = pop(heap)) {
    const { x, y, versionX, versionY } = next;
    const [cx, cy] = [clusters[x], clusters[y]];
    if (!cx || !cy || cx.version !== versionX || cy.version !== versionY) continue;
    absorb(clusters, x, y);
    for (const z of [...cx.sums.keys()].sort((p, q) => p - q)) offer(Math.min(x, z), Math.max(x, z));
  }
}

/** Joins cluster y to cluster x. */
function absorb(clusters: Cluster[], x: number, y: number): void {
  const [cx, cy] = [clusters[x], clusters[y]];
  if (!cx || !cy) return;
  cx.members.push(...cy.members);
  cx.sums.delete(y);
  for (const [z, sum] of cy.sums) {
    const cz = clusters[z];
    if (z === x || !cz) continue;
    const both = (cx.sums.get(z) ?? 0) + sum;
    cx.sums.set(z, both);
    cz.sums.set(x, both);
    cz.sums.delete(y);
  }
  cx.version += 1;
  cy.version += 1;
  cy.members = [];
  cy.sums.clear();
}

/** Higher mean first, then the smaller numbers. */
function isBefore(p: Join, q: Join): boolean {
  return p.mean !== q.mean ? p.mean > q.mean : p.x !== q.x ? p.x < q.x : p.y < q.y;
}

function push(heap: Join[], join: Join): void {
  let at = heap.push(join) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (!above || !isBefore(join, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = join;
}

function pop(heap: Join[]): Join | undefined {
  const [top] = heap;
  const last = heap.pop();
  if (!top || !last || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    const right = heap[child + 1];
    let below = heap[child];
    if (!below) break;
    if (right && isBefore(right, below)) {
      child += 1;
      below = right;
    }
    if (!isBefore(below, last)) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = last;
  return top;
}
