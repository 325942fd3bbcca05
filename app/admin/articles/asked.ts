import { oneOf } from '@/app/address';
import { type ArticleKind, articleKinds } from '@/domain/articles/article';
import { hrefTo } from '@/i18n/routes';

/** The filters of the list. */
export type Asked = {
  kind?: ArticleKind;
  approval?: 'missing';
  review?: 'due';
  translation?: 'behind';
  q?: string;
  after?: string;
};

export const articlesPath = '/admin/articles';

/** Where whoever writes may approve, for the province to rule. */
export const rulingsPath = `${articlesPath}/rulings`;

/** Texts that are to be looked at again, for whoever publishes. */
export const ageingPath = `${articlesPath}/ageing`;

/** What is read, for whoever sees articles. */
export const readsPath = `${articlesPath}/reads`;

/** Links of public texts that lead nowhere, for whoever publishes. */
export const linksPath = `${articlesPath}/links`;

/** Which pieces stand first, for whoever publishes for the whole city. */
export const frontPath = `${articlesPath}/front`;

/** The page of an article, which says what was done. */
export const recordOf = (id: string, said: string) => `${articlesPath}/${id}?said=${said}`;

/** The newest text of an article as its readers will see it. */
export const previewPath = (id: string) => `${articlesPath}/${id}/preview`;

/** Who reads an article: where sounds are given, and below which address colleagues hear them. */
export const soundsPath = (id: string) => `${articlesPath}/${id}/sounds`;
export const soundsBelow = (id: string) =>
  hrefTo('vi', 'articlePreviewSound', { slug: id, sound: 'x', format: 'mp3' }).replace(/\/[^/]*$/, '');

/** Of whom a story tells. */
export const subjectPersonPath = (id: string) => `${articlesPath}/${id}/subject-person`;

/** The page of an article at a place of the text in a language. */
export const remarkSaid = ({ id, locale }: { id: string; locale: string }, said: string, place: string) =>
  `${recordOf(id, said)}&lang=${locale}#${place}`;

/** The filters of an address; a value that it should not hold is left out. */
export function askedOf(query: Record<string, string | string[] | undefined>): Asked {
  const kind = articleKinds.find((each) => each === oneOf(query.kind));
  const [q, after] = [oneOf(query.q)?.slice(0, 100), oneOf(query.after)];
  const approval = oneOf(query.approval) === 'missing' ? { approval: 'missing' as const } : {};
  const review = oneOf(query.review) === 'due' ? { review: 'due' as const } : {};
  const translation = oneOf(query.translation) === 'behind' ? { translation: 'behind' as const } : {};
  return {
    ...(kind ? { kind } : {}),
    ...approval,
    ...review,
    ...translation,
    ...(q ? { q } : {}),
    ...(after ? { after } : {}),
  };
}

/** The address of the list that answers this. */
export function listAddress(asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked));
  return query.size > 0 ? `${articlesPath}?${query}` : articlesPath;
}
