import 'server-only';
import { cache } from 'react';
import type { Viewer } from '@/domain/access/viewer';
import { findWordsBeside } from '@/domain/articles/comparison/beside-queries';
import { type Comparable, compareTexts } from '@/domain/articles/comparison/compare';
import { hrefsIn } from '@/domain/articles/comparison/contacts';
import { differenceOf } from '@/domain/articles/comparison/difference';
import { pictureChanges, picturesApart } from '@/domain/articles/comparison/picture-changes';
import { plainOf } from '@/domain/articles/document';
import type { ArticleDraft } from '@/domain/articles/draft';
import { toldOf } from '@/domain/articles/pictures/text-picture';
import { mapTextPictures } from '@/domain/articles/pictures/text-picture-queries';
import { suggestTerms } from '@/domain/articles/translations/terms';
import { findPublishedTwins, findTranslationSource } from '@/domain/articles/translations/translation-queries';
import type { ChangedSource, TwoTexts } from '@/domain/articles/translations/two-texts';
import { kindOfSlug } from '@/domain/digital-models/model-slugs';
import { env } from '@/domain/ground/env';
import { publicCodes, slugOf } from '@/domain/indicators/indicator';
import { type Address, resolveAddress } from '@/i18n/routes';

/** Compares the newest texts of an article, as they were saved; of one without English only the terms are told. */
export async function compareLanguages(viewer: Viewer, article: ArticleDraft): Promise<TwoTexts> {
  const [vi, en] = (['vi', 'en'] as const).map((locale) => comparableOf(article, locale));
  const terms = vi ? suggestTerms(wordsOf(vi), en ? wordsOf(en) : '') : [];
  if (!vi || !en) return { written: false, behind: false, missing: [], pictures: [], told: {}, terms };
  const [keyOf, told, beside] = await Promise.all([
    linkKeys([...hrefsIn(vi.body), ...hrefsIn(en.body)]),
    pictureWords(viewer, article),
    findWordsBeside(viewer, article),
  ]);
  return {
    written: true,
    behind: article.behind,
    missing: compareTexts({ ...vi, beside: beside.vi }, { ...en, beside: beside.en }, keyOf),
    pictures: picturesApart(vi.body, en.body),
    told,
    terms,
  };
}

/** What changed in Vietnamese since what English follows; null where it is not behind, or they are not known. */
export async function changedSince(viewer: Viewer, article: ArticleDraft): Promise<ChangedSource | null> {
  const vi = comparableOf(article, 'vi');
  const source = vi && article.behind ? await findTranslationSource(viewer, article.id) : null;
  if (!vi || !source) return null;
  const told = { ...source.told, ...(await pictureWords(viewer, article)) };
  return { words: differenceOf(source, vi), pictures: source.body ? pictureChanges(source.body, vi.body) : [], told };
}

/** What the pictures of the newest texts show, in the language of whoever looks. */
const pictureWords = cache(async (viewer: Viewer, article: ArticleDraft) =>
  toldOf((await mapTextPictures(viewer, article, viewer.locale)).values()),
);

function comparableOf({ texts }: ArticleDraft, locale: 'vi' | 'en'): Comparable | undefined {
  const text = texts.find((each) => each.locale === locale);
  return (
    text && {
      ...text,
      plain: [plainOf(text.body), text.easyRead, text.whatChanged, text.lines].filter(Boolean).join('\n'),
    }
  );
}

const wordsOf = ({ title, summary, plain }: Comparable) => `${title}\n${summary}\n${plain}`;

const ARTICLES = ['newsArticle', 'story', 'guide'];

/** Says of each address of the portal what it leads to, in either language; others lead to themselves. */
async function linkKeys(hrefs: readonly string[]): Promise<(href: string) => string> {
  const addresses = hrefs.flatMap((href) => addressOf(href) ?? []);
  const articles = await findPublishedTwins(addresses.filter(({ name }) => ARTICLES.includes(name)).map(slugged));
  return (href) => {
    const address = addressOf(href);
    if (!address) return href.replace(/\/$/, '');
    const { locale, slug } = slugged(address);
    if (ARTICLES.includes(address.name)) return `article ${articles.get(`${locale} ${slug}`) ?? href}`;
    if (address.name === 'model') return `model ${kindOfSlug(locale, slug)}`;
    if (address.name === 'indicator')
      return `indicator ${publicCodes.find((code) => slugOf(code, locale) === slug) ?? href}`;
    return address.internal.replace(/^\/(vi|en)/, address.name);
  };
}

const slugged = ({ locale, internal }: Address) => ({ locale, slug: internal.split('/').at(-1) ?? '' });

/** A page of the portal, named with or without where it stands. */
function addressOf(href: string): Address | null {
  const path = href.startsWith(`${env.PORTAL_URL}/`) ? href.slice(env.PORTAL_URL.length) : href;
  if (!path.startsWith('/') || !URL.canParse(path, env.PORTAL_URL)) return null;
  const { pathname, searchParams } = new URL(path, env.PORTAL_URL);
  return resolveAddress(pathname, searchParams);
}
