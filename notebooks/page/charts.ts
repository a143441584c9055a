import { departmentFunnel } from '../../dashboards/charts/department-funnel.ts';
import { effects } from '../../dashboards/charts/effects.ts';
import { heatmap } from '../../dashboards/charts/heatmap.ts';
import { observedExpected } from '../../dashboards/charts/observed-expected.ts';
import { ratesByGroup } from '../../dashboards/charts/rates-by-group.ts';
import { ratesOverYears } from '../../dashboards/charts/rates-over-years.ts';
import { thresholdTradeOff } from '../../dashboards/charts/threshold-trade-off.ts';
import { countsByPeriod, ratesByPeriod, reliabilityCurve, sharesByGroup } from '../../dashboards/charts.ts';

/** The charts that cells can use, the same as the dashboard's. */
export const charts = {
  countsByPeriod,
  departmentFunnel,
  effects,
  observedExpected,
  ratesByGroup,
  ratesByPeriod,
  ratesOverYears,
  reliabilityCurve,
  sharesByGroup,
  thresholdTradeOff,
  heatmap,
};
