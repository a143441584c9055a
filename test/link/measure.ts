/** Area under the ROC curve of scores for classes 0 and 1: the probability that a 1 scores higher than a 0. */
export function areaUnderCurve(scores: readonly number[], classes: readonly number[]): number {
  const ordered = scores
    .map((score, i) => ({ score, isOne: classes[i] === 1 }))
    .sort((p, q) => p.score - q.score);
  let ranks = 0;
  for (let from = 0; from < ordered.length; ) {
    let to = from;
    while (to < ordered.length && ordered[to]?.score === ordered[from]?.score) to++;
    for (let i = from; i < to; i++) if (ordered[i]?.isOne) ranks += (from + to + 1) / 2;
    from = to;
  }
  const ones = classes.filter((c) => c === 1).length;
  return (ranks - (ones * (ones + 1)) / 2) / (ones * (classes.length - ones));
}

export function f1(predicted: readonly boolean[], classes: readonly number[]): number {
  const count = (test: (fires: boolean, c: number) => boolean) =>
    predicted.filter((fires, i) => test(fires, classes[i] ?? 0)).length;
  const hits = count((fires, c) => fires && c === 1);
  return (2 * hits) / (2 * hits + count((fires, c) => fires !== (c === 1)));
}

/** Whether each score fires, with the threshold of the best F1 on the other folds; row i is in fold i mod 5. */
export function firesByCrossValidation(scores: readonly number[], classes: readonly number[]): boolean[] {
  const fold = (i: number) => i % 5;
  const thresholds = [0, 1, 2, 3, 4].map((k) => {
    const rest = scores.flatMap((score, i) => (fold(i) === k ? [] : [{ score, c: classes[i] ?? 0 }]));
    const at = (t: number) =>
      f1(
        rest.map(({ score }) => score >= t),
        rest.map(({ c }) => c),
      );
    return [...new Set(rest.map(({ score }) => score))].reduce(
      (best, t) => (at(t) > at(best) ? t : best),
      0.5,
    );
  });
  return scores.map((score, i) => score >= (thresholds[fold(i)] ?? 0.5));
}

/** Pairwise F1 and B-cubed F1 of clusters against true groups, both given as the group of each document. */
export function clusterScores(predicted: readonly unknown[], truth: readonly unknown[]) {
  let [both, onlyPredicted, onlyTrue, precision, recall] = [0, 0, 0, 0, 0];
  for (const i of truth.keys()) {
    let [shared, inCluster, inGroup] = [0, 0, 0];
    for (const j of truth.keys()) {
      const [p, t] = [predicted[i] === predicted[j], truth[i] === truth[j]];
      if (p) inCluster++;
      if (t) inGroup++;
      if (p && t) shared++;
      if (j <= i) continue;
      if (p && t) both++;
      else if (p) onlyPredicted++;
      else if (t) onlyTrue++;
    }
    precision += shared / inCluster;
    recall += shared / inGroup;
  }
  return {
    pairwise: (2 * both) / (2 * both + onlyPredicted + onlyTrue),
    bcubed: (2 * precision * recall) / (precision + recall) / truth.length,
  };
}
