import { useLocale, useTranslations } from 'next-intl';
import { type Column, Table } from '@/components/ui/tables/table';
import type { OutcomePerson, Outcomes } from '@/domain/outcomes/outcome';
import type { Locale } from '@/i18n/locales';

/** The outcomes of a session, for a viewer who only reads them. */
export function OutcomeTable({ outcomes: { skills, people } }: { outcomes: Outcomes }) {
  const t = useTranslations('outcomes');
  const locale = useLocale() as Locale;
  const columns: Column<OutcomePerson>[] = [
    {
      label: t('table.title'),
      kind: 'title',
      cell: ({ name, birthYear }) => (birthYear ? t('table.person', { name, year: String(birthYear) }) : name),
    },
    ...skills.map((skill) => ({
      label: locale === 'vi' ? skill.nameVi : skill.nameEn,
      cell: ({ levels }: OutcomePerson) => t(`level.${levels[skill.id] ?? 'none'}`),
    })),
  ];
  return <Table caption={t('table.title')} columns={columns} rows={people} keyOf={({ enrolmentId }) => enrolmentId} />;
}
