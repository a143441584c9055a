import { departmentFigure } from '../department-figure.ts';
import type { Page } from '../view.ts';

export const departmentsPage: Page = (view) => [
  departmentFigure('on_time_rate', view),
  departmentFigure('solved_rate', view),
];
