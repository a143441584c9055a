/** Admissions to Berkeley in 1973, the textbook case of strata that turn a difference round (Bickel et al. 1975). */
export const BERKELEY = [
  { department: 'A', men: [512, 825], women: [89, 108] },
  { department: 'B', men: [353, 560], women: [17, 25] },
  { department: 'C', men: [120, 325], women: [202, 593] },
  { department: 'D', men: [138, 417], women: [131, 375] },
  { department: 'E', men: [53, 191], women: [94, 393] },
  { department: 'F', men: [22, 373], women: [24, 341] },
].map(({ department, men, women }) => ({ department, men: share(men), women: share(women) }));

function share([numerator = 0, denominator = 0]: number[]) {
  return { numerator, denominator };
}

/** Numbers in [0, 1) that are the same in every run (Park and Miller 1988). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
