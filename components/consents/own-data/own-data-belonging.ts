import type { OwnData, OwnDays } from '@/domain/consents/own-data/own-data';
import type { Locale } from '@/i18n/locales';
import { type AllWords, daysIn, type OwnSection } from './own-data-words';

/** Where she belongs: her units and offices, her networks and her households, as sections of sentences. */
export function belongingSections(data: OwnData, t: AllWords, locale: Locale): OwnSection[] {
  const days = (row: OwnDays) => daysIn(t, locale, row);
  return [
    {
      key: 'memberships',
      lines: data.memberships.map((row) => ({
        text: t('own-data.lines.membership', {
          kind: t(`own-data.membershipKind.${row.kind}`),
          unit: row.unit,
          days: days(row),
        }),
        ...(row.endReason ? { below: [t('own-data.lines.reason', { value: row.endReason })] } : {}),
      })),
    },
    {
      key: 'offices',
      lines: data.offices.map((row) => ({
        text: t('own-data.lines.office', {
          title: t(`own-data.officeTitle.${row.title}`),
          unit: row.unit,
          days: days(row),
        }),
        ...(row.endReason ? { below: [t('own-data.lines.reason', { value: row.endReason })] } : {}),
      })),
    },
    {
      key: 'networks',
      lines: data.networks.map((row) => ({
        text: t('own-data.lines.network', {
          name: row.name,
          unit: row.unit,
          kind: t(`own-data.networkKind.${row.kind}`),
          days: days(row),
        }),
      })),
    },
    {
      key: 'households',
      lines: data.households.map((row) => ({
        text: t('own-data.lines.household', {
          name: row.name ?? t('own-data.lines.householdUnnamed'),
          unit: row.unit,
          role: t(row.head ? 'own-data.lines.head' : 'own-data.lines.member'),
          days: days(row),
        }),
      })),
    },
  ];
}
