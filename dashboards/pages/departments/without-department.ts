import { type View, viewOf } from '../../view.ts';

/**
 * The same view without its department: what a department co-handles, and the whole that it is compared with, are
 * answered by others.
 */
export function withoutDepartment(view: View): View {
  if (view.state.filters.department === null) return view;
  const filters = { ...view.state.filters, department: null };
  return viewOf({ ...view.state, filters }, view.width);
}
