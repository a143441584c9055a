import { dimension } from '../pipeline/outcome/cube.ts';
import { h } from './dom.ts';
import { options } from './options.ts';
import type { View } from './view.ts';

/** What the reader compares by, for each choice that is offered; kept while the page is open. */
const chosen = new Map<string, string>();

/** A figure by a dimension that the reader chooses among those that the data part. */
export function figureBy<By extends string>(
  label: string,
  dimensions: readonly (readonly [By, string])[],
  view: View,
  draw: (by: By, name: string) => HTMLElement,
): HTMLElement {
  const place = h('section', {});
  const offered = dimensions.filter(([by]) => dimension(view.cube, by).values.length > 1);
  const show = () => {
    const [by, name] = dimensions.find(([one]) => one === chosen.get(label)) ?? dimensions[0] ?? [];
    if (by === undefined || name === undefined) return;
    const buttons = options(label, offered, by, (id) => {
      chosen.set(label, id);
      show();
    });
    place.replaceChildren(offered.length > 1 ? buttons : '', draw(by, name));
  };
  show();
  return place;
}
