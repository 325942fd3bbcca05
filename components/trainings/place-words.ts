import type { useTranslations } from 'next-intl';
import type { PublishedSession } from '@/domain/trainings/session-view';

export type Words = ReturnType<typeof useTranslations<'trainings'>>;

/** "phường Long Hưng": a commune as it stands within a sentence. */
export const communeWords = (t: Words, commune: { kind: string; name: string } | null) =>
  commune
    ? t(`kindName.${commune.kind === 'ward' || commune.kind === 'special_zone' ? commune.kind : 'commune'}`, {
        name: commune.name,
      })
    : '';

/** The same at the beginning of a line. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Where a session takes place: its hall, else its unit, and the commune; online: who hosts it. */
export function placeWords(t: Words, session: Pick<PublishedSession, 'mode' | 'venue' | 'unit' | 'commune'>): string {
  const commune = communeWords(t, session.commune);
  if (session.mode === 'online') return t('online', { commune: commune || session.unit });
  const place = session.venue?.name ?? session.unit;
  return commune && place !== session.commune?.name ? t('place', { place, commune }) : commune || place;
}
