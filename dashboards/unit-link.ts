import { current, link } from './navigate.ts';

/** A link to the page of a department; the other filters stay. */
export function unitLink(department: string): HTMLElement {
  return link(department, {
    tab: 'departments',
    unit: department,
    filters: { ...current().filters, department: null },
  });
}
