import type { useTranslations } from 'next-intl';
import type { Day } from '@/domain/days/day';
import type { City } from '@/domain/reports/issuer';
import type { ReportContent } from '@/domain/reports/report-content';
import type { TableWords } from '../tables/told-table';

/** The words of one language: those of the tables, of priority groups, and that the data are a demonstration. */
export type PaperWords = TableWords & {
  groups: ReturnType<typeof useTranslations<'consents.sensitive.groups'>>;
  demo: string;
  /** where a paper is checked */
  address: string;
};

export type PaperOf = {
  content: ReportContent;
  city: City;
  /** who signed it and with which figures; null while nobody did */
  signed: { name: string; day: Day; snapshotId: string; sha256: string } | null;
};
