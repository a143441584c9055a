/**
 * Runs in the page: the texts of charts that stick out of their frame or lie on one another, as sentences. A text may
 * touch the next by a pixel; bars and lines behind a text do not matter.
 */
export function labelFaults(): string[] {
  const faults: string[] = [];
  for (const svg of document.querySelectorAll('main figure .chart svg')) {
    if (svg.closest('[class*="swatch"]')) continue;
    const frame = (svg.closest('.chart') ?? svg).getBoundingClientRect();
    const scrolls = (svg.closest('.chart')?.scrollWidth ?? 0) > frame.width + 1;
    const texts = [...svg.querySelectorAll('text')]
      .filter((text) => text.textContent?.trim() && text.getBoundingClientRect().width > 0)
      .map((text) => ({ says: text.textContent ?? '', box: text.getBoundingClientRect() }));
    for (const { says, box } of texts)
      if (!scrolls && (box.left < frame.left - 2 || box.right > frame.right + 2))
        faults.push(`“${says}” is cut in ${titleOf(svg)}`);
    for (const [i, a] of texts.entries())
      for (const b of texts.slice(i + 1)) {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (wide > 3 && high > 5) faults.push(`“${a.says}” and “${b.says}” overlap in ${titleOf(svg)}`);
      }
  }
  return faults;

  function titleOf(svg: Element): string {
    return svg.closest('main figure')?.querySelector('h3')?.textContent ?? 'a chart';
  }
}
