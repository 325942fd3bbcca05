import { env } from '@/domain/ground/env';

type Words = (key: 'saved.source' | 'table.demo') => string;

/** Where a picture that is taken along is from, and the mark of what is made up: a line each. */
export const sourceLines = (t: Words): string[] => [t('saved.source'), ...(env.DEMO === 'on' ? [t('table.demo')] : [])];
