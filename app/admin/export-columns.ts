import 'server-only';
import { type Day, dayOf, isDay } from '@/domain/days/day';
import { lastDayBefore, neverWas } from '@/domain/days/ending';
import { passesMidnight } from '@/domain/days/lasting';
import type { ModelRow } from '@/domain/digital-models/model-row';
import type { MatrixExport, MemberExport, ParticipantExport, UnitExport } from '@/domain/exports/export';
import type { SheetColumn, SheetValue } from '@/domain/exports/sheet-writer';
import type { TaughtRow } from '@/domain/outcomes/taught';
import type { PairRow } from '@/domain/pairs/pair';
import type { PeerLesson } from '@/domain/peer-lessons/peer-lesson';
import type { SessionSummary } from '@/domain/trainings/session-view';
import type { Host } from '@/domain/units/host';
import { formatDay, formatMonth, formatTimes } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Headings and the words of kinds and states, in the language of who takes the list out. */
export type ColumnWords = {
  locale: Locale;
  heading: (name: string) => string;
  words: (key: string, values?: Record<string, string>) => string;
};

type Build<Row> = (name: string, width: number, value: (row: Row) => SheetValue) => SheetColumn<Row>;

const builder =
  <Row>({ heading }: ColumnWords): Build<Row> =>
  (name, width, value) => ({ heading: heading(name), width, value });

const dayIn =
  ({ locale }: ColumnWords) =>
  (day: Day | null) =>
    day ? formatDay(locale, day) : null;

/** The last column marks invented records in a list that has real ones too. */
const demoColumn = <Row extends { demo: boolean }>(column: Build<Row>, { words }: ColumnWords) =>
  column('demo', 18, ({ demo }) => (demo ? words('exports.yes') : null));

export function memberColumns(words: ColumnWords): SheetColumn<MemberExport>[] {
  const column = builder<MemberExport>(words);
  const day = dayIn(words);
  return [
    column('name', 28, ({ name }) => name),
    column('birthYear', 10, ({ birthYear }) => birthYear),
    { ...column('phone', 16, ({ phone }) => phone), kind: 'phone' },
    column('commune', 24, ({ communeName }) => communeName),
    column('subAssociation', 24, ({ subAssociationName }) => subAssociationName),
    column('group', 14, ({ groupName }) => groupName),
    column('address', 36, ({ address }) => address),
    column('joinedOn', 14, ({ since }) => day(since)),
    column('memberKind', 16, ({ kind }) => kind && words.words(`exports.memberKind.${kind}`)),
    demoColumn(column, words),
  ];
}

const hostColumns = <Row extends { host: Host | null }>(column: Build<Row>) => [
  column('commune', 24, ({ host }) => host?.communeName ?? null),
  column('subAssociation', 24, ({ host }) =>
    host?.level === 'group' ? host.subAssociationName : (host?.name ?? null),
  ),
  column('group', 14, ({ host }) => (host?.level === 'group' ? host.name : null)),
];

export function modelColumns(words: ColumnWords): SheetColumn<ModelRow>[] {
  const column = builder<ModelRow>(words);
  const day = dayIn(words);
  return [
    column('model', 36, ({ name }) => name),
    column('kind', 24, ({ kind }) => words.words(`digital-models.kind.${kind}`)),
    ...hostColumns(column),
    column('status', 16, ({ status }) => words.words(`digital-models.status.${status}`)),
    column('foundedOn', 14, ({ foundedOn }) => day(foundedOn)),
    column('launchedOn', 14, ({ launchedOn }) => day(launchedOn)),
    column('members', 12, ({ members }) => members),
    column('households', 8, ({ households }) => households),
    demoColumn(column, words),
  ];
}

export function pairColumns(words: ColumnWords): SheetColumn<PairRow>[] {
  const column = builder<PairRow>(words);
  const day = dayIn(words);
  return [
    column('instructor', 28, ({ instructor }) => instructor.name),
    column('learner', 28, ({ learner }) => learner.name),
    ...hostColumns(column),
    column('families', 30, ({ families }) => families.map(({ name }) => name).join('; ') || null),
    column('from', 12, ({ from }) => day(from)),
    column('lastDay', 14, ({ from, to }) =>
      to && neverWas({ from, to }) ? words.words('exports.never') : to && day(lastDayBefore(to)),
    ),
    column('state', 16, ({ state }) => words.words(`pairs.state.${state}`)),
    demoColumn(column, words),
  ];
}

/** Who taught whom stays in the portal: the sheet says how many. */
export function lessonColumns(words: ColumnWords): SheetColumn<PeerLesson>[] {
  const column = builder<PeerLesson>(words);
  const day = dayIn(words);
  return [
    column('day', 12, (lesson) => day(lesson.day)),
    column('commune', 24, ({ unit, communeName }) => (unit.level === 'commune' ? unit.name : communeName)),
    column('subAssociation', 24, ({ unit, subAssociationName }) =>
      unit.level === 'sub_association' ? unit.name : subAssociationName,
    ),
    column('group', 14, ({ unit }) => (unit.level === 'group' ? unit.name : null)),
    column('topic', 30, ({ topic }) => (words.locale === 'vi' ? topic.nameVi : topic.nameEn)),
    column('minutes', 8, ({ minutes }) => minutes),
    column('women', 10, ({ women }) => women),
    demoColumn(column, words),
  ];
}

export function unitColumns(words: ColumnWords): SheetColumn<UnitExport>[] {
  const column = builder<UnitExport>(words);
  const day = dayIn(words);
  return [
    column('unit', 30, ({ name }) => name),
    column('level', 16, ({ level }) => words.words(`exports.level.${level}`)),
    column('unitKind', 16, ({ kind }) => kind && words.words(`exports.unitKind.${kind}`)),
    column('code', 10, ({ code }) => code),
    column('commune', 24, ({ communeName }) => communeName),
    column('subAssociation', 24, ({ subAssociationName }) => subAssociationName),
    column('openedOn', 16, ({ openedOn }) => day(openedOn)),
    column('closedOn', 14, ({ closedOn }) => day(closedOn)),
    demoColumn(column, words),
  ];
}

export function matrixColumns(words: ColumnWords): SheetColumn<MatrixExport>[] {
  const column = builder<MatrixExport>(words);
  const say = (name: string) => words.words(name);
  const listed = (kind: string, names: readonly string[]) =>
    names.map((name) => say(`coverage.${kind}.${name}`)).join('; ');
  return [
    column('subAssociation', 24, ({ name, parentName }) => parentName ?? name),
    column('group', 14, ({ name, parentName }) => (parentName ? name : null)),
    column('recognition', 18, ({ recognition }) => recognition && say(`charts.modelState.${recognition}`)),
    column('family', 18, ({ family }) => say(`charts.modelState.${family}`)),
    column('pair', 18, ({ pair }) => say(`charts.modelState.${pair}`)),
    column('tie', 12, ({ tied }) => say(`coverage.matrix.${tied ? 'tied' : 'untied'}`)),
    column('missing', 48, ({ gap }) => (gap ? listed('missing', gap.missing) : null)),
    column('because', 36, ({ gap }) => (gap ? listed('because', gap.because) : null)),
    demoColumn(column, words),
  ];
}

export function sessionColumns(words: ColumnWords): SheetColumn<SessionSummary>[] {
  const column = builder<SessionSummary>(words);
  const day = dayIn(words);
  return [
    column('session', 36, ({ title }) => title),
    column('course', 10, ({ courseCode }) => courseCode),
    column('day', 12, ({ startsAt }) => day(dayOf(startsAt))),
    // of a fair over several days its end says the last one
    column('times', 16, ({ startsAt, endsAt, allDay }) =>
      allDay && !passesMidnight({ startsAt, endsAt })
        ? words.words('trainings.times.allDay')
        : formatTimes(startsAt, endsAt),
    ),
    column('place', 30, ({ place }) => place),
    column('unit', 24, ({ unit }) => unit.name),
    column('commune', 24, ({ commune }) => commune?.name ?? null),
    column('seats', 8, ({ seats }) => seats),
    column('state', 16, ({ state }) => words.words(`trainings.state.${state}`)),
    demoColumn(column, words),
  ];
}

export function participantColumns(words: ColumnWords): SheetColumn<ParticipantExport>[] {
  const column = builder<ParticipantExport>(words);
  return [
    column('order', 8, ({ arrivalNo }) => arrivalNo),
    column('name', 28, ({ name }) => name),
    column('state', 18, ({ state, thereUnseated }) =>
      words.words(thereUnseated ? 'enrolments.list.thereUnseated' : `enrolments.list.states.${state}`),
    ),
    column('seatNo', 10, ({ seatNo }) => seatNo),
    { ...column('phone', 16, ({ phone }) => phone), kind: 'phone' },
    column('unit', 28, ({ unit }) => unit || null),
    column('need', 30, ({ accessNeed }) => accessNeed),
    demoColumn(column, words),
  ];
}

/** Figures by commune, trainer, course or month; a month as people read it. */
export function taughtColumns(words: ColumnWords): SheetColumn<TaughtRow>[] {
  const column = builder<TaughtRow>(words);
  return [
    column('taughtBy', 34, ({ name }) => (isDay(name) ? formatMonth(words.locale, name) : name)),
    column('sessions', 12, ({ sessions }) => sessions),
    column('hours', 12, ({ hours }) => hours),
    column('attendances', 14, ({ attendances }) => attendances),
    column('people', 12, ({ people }) => people),
    demoColumn(column, words),
  ];
}
