import { useLocale, useTranslations } from 'next-intl';
import { type BoardOffice, boardOffices } from '@/domain/digital-models/digital-model';
import type { BoardMember } from '@/domain/digital-models/model-record';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const rank = (office: BoardOffice) => boardOffices.indexOf(office);

/** The board of a model today, by office. */
export function BoardList({ board }: { board: BoardMember[] }) {
  const t = useTranslations('digital-models');
  const locale = useLocale() as Locale;
  if (board.length === 0) return <p className="text-ink-2">{t('record.noBoard')}</p>;
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2">
      {[...board]
        .sort((one, other) => rank(one.office) - rank(other.office))
        .map(({ id, name, office, since }) => (
          <li key={id} className="border-rule border-b py-2.5">
            <span className="block font-semibold">{name ?? t('record.erased')}</span>
            <span className="text-ink-2 text-sm">
              {t(`office.${office}`)}, {t('record.boardSince', { day: formatDay(locale, since) })}
            </span>
          </li>
        ))}
    </ul>
  );
}
