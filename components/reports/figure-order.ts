import type { IndicatorCode } from '@/domain/indicators/indicator';

/** Told elsewhere in a report: coverage and models have tables of their own. */
export const isToldInTables = (code: IndicatorCode) =>
  /^(coverage|both_untied|family_only|pair_only)_|^models_/.test(code);
