import type { Definition, IndicatorCode } from '@/domain/indicators/indicator';
import type { findIndicator } from '@/domain/indicators/queries';
import type { Topic } from '@/domain/indicators/topic';
import type { Locale } from '@/i18n/locales';
import type { Asked } from '../asked';

/** What the page of an indicator shows, for each of its parts. */
export type Shown = {
  locale: Locale;
  code: IndicatorCode;
  definition: Definition;
  asked: Asked;
  found: NonNullable<Awaited<ReturnType<typeof findIndicator>>>;
  topic: Topic | null;
};
