import { useLocale, useTranslations } from 'next-intl';
import { isDay } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Places where a value of the trail may have its word. */
const WORDS = [
  'audit.values',
  'consents.purpose',
  'consents.state',
  'consents.channel',
  'consents.sensitive.fields',
  'access.roles',
  'digital-models.status',
  'digital-models.kind',
  'pairs.state',
  'trainings.state',
  'people.kind',
  'people.office',
] as const;
/** Where the reasons stand that are chosen from a list, deed by deed: "moved" is not the same of a pair and of a card. */
const REASONS: Record<string, string> = {
  endPair: 'pairs.end.reasons',
  endMemberCard: 'member-cards.reason',
  erasePerson: 'consents.erase.reasons',
};
/** Values told in the words of who wrote them. */
const AS_WRITTEN = ['reason', 'name', 'title', 'code', 'course'];

type Asked = { action: string; change: Record<string, unknown> | null };

/**
 * The changes of an entry, in words; a change without words (ids, and whatever comes later) is counted, never spelled
 * in the signs of the database.
 */
export function ChangeWords({ action, change }: Asked) {
  const t = useTranslations('audit');
  const wordOf = useWords(action);
  const spanOf = useSpan();
  if (!change) return '–';
  const told = Object.entries(change).filter(([, value]) => value !== null && !(Array.isArray(value) && !value.length));
  const span = spanOf(change);
  const said = told.flatMap(([key, value]) => {
    if (span && (key === 'from' || key === 'to')) return key === 'to' ? [span] : [];
    const word = t.has(`changes.${key}` as 'changes.day') ? wordOf(key, value) : null;
    return word === null ? [] : [`${t(`changes.${key}` as 'changes.day')}: ${word}`];
  });
  const rest = told.length - said.length - (span ? 1 : 0);
  const all = rest > 0 ? [...said, t('more', { count: rest })] : said;
  return <span className="text-sm [overflow-wrap:anywhere]">{all.length > 0 ? all.join(' · ') : '–'}</span>;
}

/** Two days are a stretch of them, no change of a value; null where there are none. */
function useSpan() {
  const [t, locale] = [useTranslations('audit'), useLocale() as Locale];
  const dayOf = (value: unknown) => (typeof value === 'string' && isDay(value) ? formatDay(locale, value) : null);
  return (change: Record<string, unknown>): string | null => {
    const [from, to] = [dayOf(change.from), dayOf(change.to)];
    return from && to ? t('span', { from, to }) : null;
  };
}

/** The word of a value, or null where it has none. */
function useWords(action: string) {
  const [t, all, locale] = [useTranslations('audit'), useTranslations(), useLocale() as Locale];
  const one = (key: string, value: unknown): string | null => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return key === 'year' ? String(value) : formatNumber(locale, value);
    if (typeof value !== 'string' || value === '' || isId(value)) return null;
    if (isDay(value)) return formatDay(locale, value);
    const reasons = key === 'reason' && REASONS[action];
    if (reasons && all.has(`${reasons}.${value}` as 'audit.title')) return all(`${reasons}.${value}` as 'audit.title');
    // a title may be that of an article, or an office whose word the portal has
    const space = /^[\w-]+$/.test(value) && WORDS.find((each) => all.has(`${each}.${value}` as 'audit.title'));
    if (space) return all(`${space}.${value}` as 'audit.title');
    return AS_WRITTEN.includes(key) ? value : null;
  };
  return (key: string, value: unknown): string | null => {
    if (!Array.isArray(value)) return one(key, value);
    const words = value.map((each) => one(key, each));
    return words.every((word) => word !== null) ? words.join(', ') : null;
  };
}
