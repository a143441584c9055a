import { compareDepartments, departmentCells, LEAST } from '../../pipeline/outcome/compare-departments.ts';
import { cubeOf } from '../../pipeline/outcome/cube.ts';
import { difference } from '../../pipeline/outcome/difference.ts';
import { mantelHaenszel } from '../../pipeline/outcome/mantel-haenszel.ts';
import { metricsOf } from '../../pipeline/outcome/metrics-of.ts';
import { rate, rates } from '../../pipeline/outcome/rate.ts';
import { rateTrends } from '../../pipeline/outcome/rate-trends.ts';
import { testAssociation } from '../../pipeline/outcome/test-association.ts';
import { topicTrends } from '../../pipeline/outcome/topic-trends.ts';
import { wilson } from '../../pipeline/outcome/wilson.ts';
import { binScores, estimateAccuracy, weighThresholds } from '../../pipeline/review/judge-scores.ts';

/** The methods that cells can use, the same as the dashboard's and the report's; each names its source. */
export const statistics = {
  LEAST,
  binScores,
  compareDepartments,
  cubeOf,
  departmentCells,
  difference,
  estimateAccuracy,
  mantelHaenszel,
  metricsOf,
  rate,
  rates,
  rateTrends,
  testAssociation,
  topicTrends,
  weighThresholds,
  wilson,
};
