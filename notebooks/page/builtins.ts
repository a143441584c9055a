import * as Plot from '@observablehq/plot';
import * as d3 from 'd3';
import * as htl from 'htl';
import { dataTable } from '../../dashboards/dom.ts';
import { figure } from '../../dashboards/figure.ts';
import { charts } from './charts.ts';
import { runFacts } from './embedded.ts';
import { Inputs } from './inputs.ts';
import { md } from './markdown.ts';
import { measureWidth } from './measure-width.ts';
import { statistics } from './statistics.ts';
import * as words from './words.ts';

/** The names that every cell can use without defining them; the template notebook lists them for its readers. */
export function builtins(): Record<string, () => unknown> {
  const main = document.querySelector('main') ?? document.body;
  return {
    Plot: () => Plot,
    d3: () => d3,
    Inputs: () => Inputs,
    htl: () => htl,
    html: () => htl.html,
    svg: () => htl.svg,
    md: () => md,
    width: () => measureWidth(main),
    run: () => runFacts(),
    figure: () => figure,
    table: () => dataTable,
    charts: () => charts,
    statistics: () => statistics,
    words: () => words,
  };
}
