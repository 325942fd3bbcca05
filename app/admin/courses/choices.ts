import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { Option } from '@/components/ui/forms/plain-fields';
import type { Viewer } from '@/domain/access/viewer';
import type { Skill } from '@/domain/courses/skill';
import { listPublishedSkills } from '@/domain/courses/skill-queries';
import { languages } from '@/domain/people/language';
import type { Locale } from '@/i18n/locales';

export const coursesPath = '/admin/courses';

export const skillOptions = (skills: readonly Skill[], locale: Locale): Option[] =>
  skills.map(({ id, nameVi, nameEn }) => ({ value: id, label: locale === 'vi' ? nameVi : nameEn }));

/** Skills by their place in the framework, and the languages of the province, in the viewer's words. */
export async function courseChoices({ locale }: Viewer) {
  const [t, skills] = await Promise.all([getTranslations('people.language'), listPublishedSkills()]);
  return {
    skills: skillOptions(skills, locale),
    languages: languages.map((language) => ({ value: language, label: t(language) })),
  };
}

/** Who is in a picture that a course hands out. */
export const materialPicturePath = (pictureId: string, said?: string) =>
  `${coursesPath}/pictures/${pictureId}${said ? `?said=${said}` : ''}`;
