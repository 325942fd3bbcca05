import type { useTranslations } from 'next-intl';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import type { City } from '@/domain/reports/issuer';
import type { ReportContent } from '@/domain/reports/report-content';
import type { Locale } from '@/i18n/locales';

/** The words of one language: of reports, of places, of kinds of models and of priority groups. */
export type PaperWords = {
  locale: Locale;
  t: ReturnType<typeof useTranslations<'reports'>>;
  places: ReturnType<typeof useTranslations<'trainings'>>;
  kinds: ReturnType<typeof useTranslations<'digital-models.kind'>>;
  groups: ReturnType<typeof useTranslations<'consents.sensitive.groups'>>;
  demo: string;
};

export type PaperOf = {
  content: ReportContent;
  city: City;
  /** names of indicators by code */
  names: ReadonlyMap<IndicatorCode, string>;
  /** who signed it and with which figures; null while nobody did */
  signed: { name: string; day: string; snapshotId: string; sha256: string } | null;
};
