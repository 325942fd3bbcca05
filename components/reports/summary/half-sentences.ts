import type { Sentence } from '@/domain/reports/report-content';

type Kinds = readonly Sentence['say'][];

/** Sentences of the report that the half page takes over, of how far and of what moved; of trainings it has words of its own. */
export const FAR_SENTENCES: Kinds = ['coverage', 'not-reported', 'communes'];
export const MOVED_SENTENCES: Kinds = ['models', 'trainings', 'no-trainings'];
