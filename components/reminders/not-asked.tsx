import { useTranslations } from 'next-intl';
import type { Due, LastReminder } from '@/domain/reminders/reminder';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { DueList } from './due-list';

type RestingProps = { locale: Locale; due: readonly Due[]; last: ReadonlyMap<string, LastReminder> };

/** What was asked for a short while ago: by whom, and from when on it may be again. */
export function Resting({ locale, due, last }: RestingProps) {
  const t = useTranslations('reminders');
  if (due.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="mb-2">{t('resting.title', { count: due.length })}</h2>
      <ul>
        {due.map(({ unitId, name, parentName }) => {
          const before = last.get(unitId);
          return (
            <li key={unitId} className="border-rule border-t py-2">
              <b>{parentName ? `${name}, ${parentName}` : name}</b>{' '}
              {before &&
                t('resting.line', {
                  by: before.by,
                  day: formatDay(locale, before.askedOn),
                  again: formatDay(locale, before.again),
                })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Units of which nobody is on record who answers for them. */
export function NobodyThere({ due }: { due: readonly Due[] }) {
  const t = useTranslations('reminders');
  if (due.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="mb-2">{t('nobody', { count: due.length })}</h2>
      <DueList due={due} />
    </section>
  );
}
