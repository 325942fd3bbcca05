import type { useTranslations } from 'next-intl';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { bareName } from '@/domain/units/bare-name';

export type Words = ReturnType<typeof useTranslations<'trainings'>>;

/** "phường Long Hưng": a commune as it stands within a sentence. */
export const communeWords = (t: Words, commune: { kind: string; name: string } | null) =>
  commune
    ? t(`kindName.${commune.kind === 'ward' || commune.kind === 'special_zone' ? commune.kind : 'commune'}`, {
        name: bareName(commune.name),
      })
    : '';

/** The same at the beginning of a line, and words of a line's beginning within one. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
export const small = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** The place of a session: its hall, else its unit, and the commune; online: who hosts it. */
export function placeWords(t: Words, session: Pick<PublishedSession, 'mode' | 'venue' | 'unit' | 'commune'>): string {
  const commune = communeWords(t, session.commune);
  if (session.mode === 'online') return t('online', { commune: commune || session.unit });
  return withCommune(t, session.venue?.name ?? session.unit, session.commune);
}

/** A place and its commune; a hall that bears the commune's name already says it once. */
export function withCommune(t: Words, place: string, commune: { kind: string; name: string } | null): string {
  const words = communeWords(t, commune);
  if (place === commune?.name) return words;
  return commune && !place.endsWith(commune.name) ? t('place', { place, commune: words }) : place;
}
