import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { Viewer } from '@/domain/access/viewer';
import { languages } from '@/domain/people/language';
import { listPublishedSkills } from '@/domain/trainings/skill-queries';

export const coursesPath = '/admin/courses';

/** Skills by their place in the framework, and the languages of the province, in the viewer's words. */
export async function courseChoices({ locale }: Viewer) {
  const [t, skills] = await Promise.all([getTranslations('people.language'), listPublishedSkills()]);
  return {
    skills: skills.map(({ id, nameVi, nameEn }) => ({ value: id, label: locale === 'vi' ? nameVi : nameEn })),
    languages: languages.map((language) => ({ value: language, label: t(language) })),
  };
}
