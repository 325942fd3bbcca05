import type { Locale } from '@/domain/locale';
import type { DraftInput } from '../article';
import type { Scene } from '../scenes/scene';

export type ArticleText = {
  locale: Locale;
  title: string;
  summary: string;
  body: string;
  easyRead: string | null;
  whatChanged: string | null;
};

type Written = Omit<DraftInput, 'kind' | 'unitId' | 'following'>;

/** The texts of a form, by language; null when English is begun and not whole. */
export function textsOf(input: Written): ArticleText[] | null {
  const own = { easyRead: input.easyReadVi ?? null, whatChanged: input.whatChangedVi ?? null };
  const vi: ArticleText = { locale: 'vi', title: input.titleVi, summary: input.summaryVi, body: input.bodyVi, ...own };
  const { titleEn: title, summaryEn: summary, bodyEn: body, easyReadEn: easyRead = null } = input;
  const { whatChangedEn: whatChanged = null } = input;
  if ([title, summary, body, easyRead, whatChanged].every((part) => !part)) return [vi];
  return title && summary && body ? [vi, { locale: 'en', title, summary, body, easyRead, whatChanged }] : null;
}

type Standing = {
  texts: (Omit<ArticleText, 'body'> & { markdown: string })[];
  communeIds: string[];
  wholeCity: boolean;
  topics: string[];
  scene: Scene | null;
  subjectModelId: string | null;
  subjectUnitId: string | null;
  source: { name: string; url: string | null } | null;
};

/** The parts of an article under the names of the form's fields; lists a line an entry. */
export function fieldsOf({
  texts,
  communeIds,
  wholeCity,
  topics,
  scene,
  subjectModelId,
  subjectUnitId,
  source,
}: Standing): Record<keyof Written, string> {
  const of = (locale: Locale) => texts.find((text) => text.locale === locale);
  const [vi, en] = [of('vi'), of('en')];
  return {
    titleVi: vi?.title ?? '',
    summaryVi: vi?.summary ?? '',
    bodyVi: vi?.markdown ?? '',
    easyReadVi: vi?.easyRead ?? '',
    whatChangedVi: vi?.whatChanged ?? '',
    titleEn: en?.title ?? '',
    summaryEn: en?.summary ?? '',
    bodyEn: en?.markdown ?? '',
    easyReadEn: en?.easyRead ?? '',
    whatChangedEn: en?.whatChanged ?? '',
    communeIds: communeIds.join('\n'),
    wholeCity: wholeCity ? 'on' : '',
    topics: topics.join('\n'),
    scene: scene ?? '',
    subjectModelId: subjectModelId ?? '',
    subjectUnitId: subjectUnitId ?? '',
    sourceName: source?.name ?? '',
    sourceUrl: source?.url ?? '',
  };
}
