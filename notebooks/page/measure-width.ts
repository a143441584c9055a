import { observe } from 'notebook-kit/generators';

/** Narrower than this a chart cannot be drawn; the page then scrolls. CSS pixels. */
const NARROWEST = 320;

/** The width of an element as it changes, in whole CSS pixels. */
export function measureWidth(element: Element): AsyncGenerator<number> {
  return observe((notify: (width: number) => void) => {
    let before = 0;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.max(NARROWEST, Math.floor(entry?.contentRect.width ?? 0));
      if (width !== before) notify(width);
      before = width;
    });
    observer.observe(element);
    return () => observer.disconnect();
  });
}
