import type { Topic } from '@/domain/articles/article';
import { listPublishedSkills } from '@/domain/articles/queries';
import { today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { keptValue } from '@/prisma/kept-values';

/** The topics of today that a search can be narrowed to, and that are worth a try; they are kept. */
export const listPublishedTopicsToSearch = (locale: Locale): Promise<readonly Topic[]> =>
  keptValue(`search topics ${locale} ${today()}`, ['courses', 'today'], () => listPublishedSkills(locale));
