import { useTranslations } from 'next-intl';
import { isDay } from '@/domain/days/day';
import { type SecondAction, type SecondRequest, secondActions } from '@/domain/second-pairs/second-pair';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type Line = { term: string; value: string; href?: string };
type Say = ReturnType<typeof useTranslations<'second-pairs'>>;
type Told = { t: Say; locale: Locale; request: SecondRequest };

const LISTS = { exportPairs: 'pairs', exportParticipants: 'participants' } as const;
const FILTERS = ['unit', 'commune', 'q', 'kind', 'office', 'network', 'skill', 'state'] as const;
const ERASURE_REASONS = ['asked', 'no-longer-needed', 'recorded-wrongly'] as const;

const isAction = (text: unknown): text is SecondAction => (secondActions as readonly unknown[]).includes(text);

const dayLine = ({ t, locale }: Told, term: 'from' | 'lastDay' | 'askedOn', value: unknown): Line[] =>
  typeof value === 'string' && isDay(value) ? [{ term: t(`content.${term}`), value: formatDay(locale, value) }] : [];

const reasonLine = ({ t, request: { content } }: Told): Line[] =>
  typeof content.reason === 'string' ? [{ term: t('content.reason'), value: content.reason }] : [];

function listLines({ t, locale, request: { content, count } }: Told): Line[] {
  const narrowedBy: unknown[] = Array.isArray(content.narrowedBy) ? content.narrowedBy : [];
  const filters = narrowedBy.map((name) => t(`filters.${FILTERS.find((each) => each === name) ?? 'other'}`));
  const list = LISTS[content.list as keyof typeof LISTS] ?? 'people';
  return [
    {
      term: t('content.list'),
      value: t(`lists.${list}`),
      href: list === 'participants' ? `/admin/trainings/${content.sessionId}` : `/admin/${list}`,
    },
    { term: t('content.rows'), value: formatNumber(locale, count) },
    { term: t('content.narrowed'), value: filters.length > 0 ? [...new Set(filters)].join(', ') : t('content.no') },
    { term: t('content.format'), value: content.format === 'csv' ? 'CSV' : 'Excel' },
  ];
}

function erasureLines(told: Told): Line[] {
  const { t, request } = told;
  const why = ERASURE_REASONS.find((each) => each === request.content.reason);
  return [
    ...(why ? [{ term: t('content.reason'), value: t(`erasureReasons.${why}`) }] : []),
    ...dayLine(told, 'askedOn', request.content.askedOn),
  ];
}

function ruleLines(told: Told): Line[] {
  const { t, request } = told;
  const { action, before, fromCount } = request.content;
  const from = (count: unknown) => (typeof count === 'number' ? t('from', { count }) : t('never'));
  return [
    ...(isAction(action) ? [{ term: t('content.rule'), value: t(`actions.${action}`) }] : []),
    { term: t('content.before'), value: from(before) },
    { term: t('content.after'), value: from(fromCount) },
    ...reasonLine(told),
  ];
}

/** What exactly is to be done, line by line, of the content that is held: nothing is left out that a second would want to know. */
export function useContentLines(request: SecondRequest, locale: Locale): Line[] {
  const t = useTranslations('second-pairs');
  const roles = useTranslations('access.roles');
  const told = { t, locale, request };
  const { action, content, count, role } = request;
  if (action === 'exportPersons') return listLines(told);
  if (action === 'erasePerson') return erasureLines(told);
  if (action === 'changeRule') return ruleLines(told);
  if (action === 'undoImport') return [{ term: t('content.records'), value: formatNumber(locale, count) }];
  if (action !== 'giveRole') return reasonLine(told);
  return [
    ...(role ? [{ term: t('content.role'), value: roles(role) }] : []),
    ...dayLine(told, 'from', content.from),
    ...dayLine(told, 'lastDay', content.lastDay),
  ];
}
