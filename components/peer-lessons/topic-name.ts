import type { LessonTopic } from '@/domain/peer-lessons/peer-lesson';
import type { Locale } from '@/i18n/locales';

/** A topic in the language of the page. */
export const topicName = (locale: Locale, { nameVi, nameEn }: Pick<LessonTopic, 'nameVi' | 'nameEn'>) =>
  locale === 'vi' ? nameVi : nameEn;
