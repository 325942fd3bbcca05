import type { Locale } from '@/domain/locale';

/** An hour that stopped since a picture of its text may not be shown any more. `lacks`: it still has one; else it can get an hour again. */
export type StoppedHour = { at: Date; languages: Locale[]; lacks: boolean };
