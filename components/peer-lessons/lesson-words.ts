import { useTranslations } from 'next-intl';
import type { PeerLesson } from '@/domain/peer-lessons/peer-lesson';

type Told = Pick<PeerLesson, 'teacher' | 'learners' | 'women'>;

/** Who taught whom, in words: names where there are any, and how many more. */
export function useWho() {
  const t = useTranslations('peer-lessons');
  return ({ teacher, learners, women }: Told): string => {
    const nameOf = ({ name }: { name: string | null }) => name ?? t('erased');
    const names = learners.map(nameOf).join(', ');
    const more = women - learners.length;
    const learned = !names ? t('womenOf', { count: women }) : more > 0 ? t('andMore', { names, count: more }) : names;
    return t('whoTo', { teacher: teacher ? nameOf(teacher) : t('someone'), learners: learned });
  };
}
