/** A point and what should stand beside it, in pixels. */
export interface Labelled {
  x: number;
  y: number;
  text: string;
}

export interface PlacedLabel {
  text: string;
  /** Middle of the text, relative to its point. */
  dx: number;
  dy: number;
}

const CHAR = 13.5;
const HIGH = 16;

/**
 * Labels above, below or beside their points so that none lies on another or leaves the frame, in the order given: the
 * first have the first choice. null where there is no room; the reader finds it in the table.
 */
export function placeLabels(
  points: readonly Labelled[],
  frame: { width: number; height: number },
): (PlacedLabel | null)[] {
  const taken: { left: number; top: number; right: number; bottom: number }[] = [];
  return points.map(({ x, y, text }) => {
    const half = ([...text].length * CHAR) / 2;
    const beside = half + 10;
    const choices: [number, number][] = [
      [0, -13],
      [0, 15],
      [beside, 0],
      [-beside, 0],
      [half * 0.7, -13],
      [-half * 0.7, -13],
      [half * 0.7, 15],
      [-half * 0.7, 15],
    ];
    for (const [dx, dy] of choices) {
      const box = {
        left: x + dx - half,
        right: x + dx + half,
        top: y + dy - HIGH / 2,
        bottom: y + dy + HIGH / 2,
      };
      const isInside =
        box.left >= 0 && box.right <= frame.width && box.top >= 0 && box.bottom <= frame.height;
      const isFree = taken.every(
        (t) => box.left >= t.right || box.right <= t.left || box.top >= t.bottom || box.bottom <= t.top,
      );
      if (!isInside || !isFree) continue;
      taken.push(box);
      return { text, dx, dy };
    }
    return null;
  });
}
