import { oneOf } from '@/app/address';
import { READ_DAYS, type ReadSpan, readSpans } from '@/domain/articles/reads/read';
import { readsPath } from '../asked';

/** Of how many days the list tells; without a word in the address of all that are kept. */
export const spanOf = (query: Record<string, string | string[] | undefined>): ReadSpan =>
  readSpans.find((days) => String(days) === oneOf(query.days)) ?? READ_DAYS;

export const addressOf = (days: ReadSpan) => (days === READ_DAYS ? readsPath : `${readsPath}?days=${days}`);
