import { oneOf } from '@/app/address';
import { type Day, isDay } from '@/domain/days/day';
import { type PeriodKind, periodKinds } from '@/domain/reports/periods/period';
import { type ShownState, shownStates } from '@/domain/reports/report';

export const reportsPath = '/admin/reports';
/** Where the city invites an official for a commune that has none. */
export const invitePath = (unitId: string) => `/admin/accounts/new?unit=${unitId}`;
/** Half a page of the city for a period. */
export const summaryPath = (periodId: string) => `${reportsPath}/summary?period=${periodId}`;
/** Where the city asks all communes that have not signed. */
export const remindPath = (periodId: string) => `${reportsPath}/remind?period=${periodId}`;

export type AskedReports = {
  kind: PeriodKind;
  year: number | undefined;
  periodId: string | undefined;
  state: ShownState | undefined;
  /** the first open day: which report closes the days before it */
  closed: Day | undefined;
};

type Query = Record<string, string | string[] | undefined>;

/** What the list is asked for; what an address should not hold is left out. */
export const askedOf = (query: Query): AskedReports => ({
  kind: periodKinds.find((each) => each === oneOf(query.kind)) ?? 'month',
  year: /^20\d\d$/.test(oneOf(query.year) ?? '') ? Number(oneOf(query.year)) : undefined,
  periodId: oneOf(query.period)?.slice(0, 40),
  state: shownStates.find((each) => each === oneOf(query.state)),
  closed: dayOf(oneOf(query.closed)),
});

const dayOf = (value: string | undefined) => (value && isDay(value) ? value : undefined);

/** The address of the list that answers this. */
export function reportsAddress(asked: Partial<AskedReports>, said?: string): string {
  const { kind, year, periodId, state, closed } = asked;
  const entries = {
    kind: kind === 'month' ? undefined : kind,
    year: year && String(year),
    period: periodId,
    state,
    closed,
    said,
  };
  const told = Object.entries(entries).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return told.length > 0 ? `${reportsPath}?${new URLSearchParams(told)}` : reportsPath;
}

/** The address of a report. */
export const reportAddress = (unitId: string, periodId: string, said?: string) =>
  `${reportsPath}/${unitId}/${periodId}${said ? `?said=${said}` : ''}`;

/** A report as a file; `signingId`: as that signing filed it. */
export const filesOf = (unitId: string, periodId: string) => (format: string, signingId?: string) =>
  `${reportAddress(unitId, periodId)}/file?format=${format}${signingId ? `&signing=${signingId}` : ''}`;

/** The page of a report where the way to ask for it to be opened stands open. */
export const askToOpenAddress = (unitId: string, periodId: string) => `${reportAddress(unitId, periodId)}?ask=1#ask`;
