import { languageWord } from '@/components/people/language-word';
import type { OwnData, OwnDataExport, OwnPicture } from '@/domain/consents/own-data/own-data';
import type { UseAnswer } from '@/domain/consents/picture';
import { shownPhone } from '@/domain/people/phones/phone';
import { type PictureUse, pictureUses } from '@/domain/pictures/library';
import { formatDay, formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { belongingSections } from './own-data-belonging';
import { type AllWords, daysIn, type OwnLine, type OwnSection } from './own-data-words';
import { workSections } from './own-data-work';

const lines = (texts: readonly string[]): OwnLine[] => texts.map((text) => ({ text }));

/** All that is held on a person in plain sentences, section by section: what the page draws and the document prints. */
export function ownDataSections(data: OwnData | OwnDataExport, t: AllWords, locale: Locale): OwnSection[] {
  return [
    { key: 'person', lines: lines(personLines(data.person, t, locale)) },
    ...belongingSections(data, t, locale),
    ...workSections(data, t, locale),
    { key: 'consents', lines: consentLines(data, t, locale) },
    { key: 'sensitive', lines: lines(sensitiveLines(data, t)) },
    ...publicSections(data, t, locale),
    ...traceSections(data, t, locale),
  ];
}

function personLines(person: OwnData['person'], t: AllWords, locale: Locale): string[] {
  const unknown = t('own-data.unknown');
  const facts = {
    name: person.name,
    birthYear: person.birthYear ? String(person.birthYear) : unknown,
    phone: person.phone ? shownPhone(person.phone) : unknown,
    address: person.address ?? unknown,
    languages: person.languages.map((code) => languageWord(t, locale, code)).join(', ') || unknown,
    keptBy: person.keptBy,
    recordedOn: formatDay(locale, person.recordedOn),
    ...(person.alsoRecordedAs.length > 0 ? { also: person.alsoRecordedAs.join(', ') } : {}),
  };
  return Object.entries(facts).map(([key, value]) => t(`own-data.lines.${key}`, { value }));
}

const consentLines = ({ consents }: OwnData, t: AllWords, locale: Locale): OwnLine[] =>
  consents.map((row) => ({
    text: t('own-data.lines.consent', {
      purpose: t(`consents.purpose.${row.purpose}`),
      answer: t(`consents.state.${row.answer}`).toLocaleLowerCase(locale),
      day: formatDay(locale, row.on),
      channel: t(`consents.channel.${row.channel}`).toLocaleLowerCase(locale),
      edition: formatNumber(locale, row.edition),
      wording: row.wording,
    }),
    below: [
      ...(row.picture ? [pictureWords(row.picture, t, locale)] : []),
      ...(row.use ? [t('own-data.lines.forUse', { use: t(`pictures.use.${row.use}`) })] : []),
      ...(row.lastDay ? [t('own-data.lines.lastDay', { day: formatDay(locale, row.lastDay) })] : []),
    ],
  }));

/** "In ra giấy: đồng ý, đến hết ngày 31/12/2026". */
const useWords = (use: PictureUse, { state, lastDay }: UseAnswer, t: AllWords, locale: Locale) =>
  [
    t('pictures.women.answer', { use: t(`pictures.use.${use}`), answer: t(`pictures.answer.${state}`) }),
    ...(lastDay ? [t('consents.record.until', { day: formatDay(locale, lastDay) })] : []),
  ].join(', ');

const pictureWords = ({ description, since }: OwnPicture, t: AllWords, locale: Locale) =>
  description
    ? t('own-data.lines.picture', { description, day: formatDay(locale, since) })
    : t('own-data.lines.pictureNoWords', { day: formatDay(locale, since) });

function sensitiveLines(data: OwnData | OwnDataExport, t: AllWords): string[] {
  const nameOf = (field: string) => t(`consents.sensitive.fields.${field}`);
  if ('sensitiveOpened' in data)
    return data.sensitiveOpened.map((opened) =>
      'values' in opened
        ? t('own-data.lines.opened', {
            field: nameOf(opened.field),
            value: opened.values.map((value) => sensitiveWords(t, opened.field, value)).join(', '),
          })
        : t('own-data.lines.shut', { field: nameOf(opened.field) }),
    );
  if (data.sensitive.length === 0) return [];
  return [t('own-data.lines.sensitiveWritten', { fields: data.sensitive.map(nameOf).join(', ') })];
}

/** A group or kind by its name; ethnicity and religion stand in her own words. */
function sensitiveWords(t: AllWords, field: string, value: string) {
  const list = { priority_groups: 'groups', disability: 'kinds' }[field];
  return list ? t(`consents.sensitive.${list}.${value}`) : value;
}

function publicSections({ pictures, articles }: OwnData, t: AllWords, locale: Locale): OwnSection[] {
  return [
    {
      key: 'pictures',
      lines: pictures.map(({ withdrawn, uses, ...picture }) => ({
        text: pictureWords(picture, t, locale),
        below: [
          ...(withdrawn ? [t('own-data.lines.withdrawn')] : []),
          ...(uses ? pictureUses.map((use) => useWords(use, uses[use], t, locale)) : []),
        ],
      })),
    },
    {
      key: 'articles',
      lines: articles.map(({ title, kind, public: shown }) => ({
        text: t('own-data.lines.article', {
          title: `${t(`own-data.articleKind.${kind}`)}: ${title}`,
          state: t(shown ? 'own-data.lines.public' : 'own-data.lines.notPublic'),
        }),
      })),
    },
  ];
}

function traceSections(data: OwnData, t: AllWords, locale: Locale): OwnSection[] {
  const { account } = data;
  const day = (on: OwnData['madeOn']) => formatDay(locale, on);
  return [
    {
      key: 'account',
      lines: [
        ...(account ? accountLines(account, t, locale) : []),
        ...data.invitations.map(({ on, role, ...row }) => ({
          text: t('own-data.lines.invited', { ...row, role: t(`access.roles.${role}`), day: day(on) }),
        })),
      ],
    },
    { key: 'memberCards', lines: cardLines(data, t, locale) },
    {
      key: 'requests',
      lines: data.requests.map((row) => ({
        text: t('own-data.lines.request', {
          purpose: t(`own-data.request.${row.purpose}`),
          unit: row.unit,
          day: day(row.on),
          answer: t(`own-data.request.${row.answer ?? 'open'}`),
        }),
        ...(row.reason ? { below: [row.reason] } : {}),
      })),
    },
    {
      key: 'imports',
      lines: data.imports.map(({ file, on, cells }) => ({
        text: t('own-data.lines.import', { file, day: day(on), cells: cellWords(cells) }),
      })),
    },
    {
      key: 'readings',
      lines: data.readings.map(({ at, by, action, fields }) => ({
        text: t(fields.length > 0 ? 'own-data.lines.readFields' : 'own-data.lines.reading', {
          at: formatInstant(locale, at),
          by: by ?? t('own-data.lines.portal'),
          action: t.has(`audit.actions.${action}`) ? t(`audit.actions.${action}`) : action,
          fields: fields.map((field) => t(`consents.sensitive.fields.${field}`)).join(', '),
        }),
      })),
    },
  ];
}

const cardLines = ({ memberCards }: OwnData, t: AllWords, locale: Locale): OwnLine[] =>
  memberCards.map(({ unit, madeOn, handedOverOn, endedOn }) => ({
    text: t('own-data.lines.memberCard', { unit, day: formatDay(locale, madeOn) }),
    below: [
      ...(handedOverOn ? [t('own-data.lines.cardHandedOver', { day: formatDay(locale, handedOverOn) })] : []),
      ...(endedOn ? [t('own-data.lines.cardEnded', { day: formatDay(locale, endedOn) })] : []),
    ],
  }));

function accountLines(account: NonNullable<OwnData['account']>, t: AllWords, locale: Locale): OwnLine[] {
  const address = [account.email, account.phone && shownPhone(account.phone)].filter(Boolean).join(', ');
  const roles = account.roles.map((row) =>
    t('own-data.lines.role', { role: t(`access.roles.${row.role}`), unit: row.unit, days: daysIn(t, locale, row) }),
  );
  const below = [...(account.closed ? [t('own-data.lines.closed')] : []), ...roles];
  return [{ text: t('own-data.lines.account', { name: account.name, address }), below }];
}

/** The cells of a row as they stood in the sheet. */
const cellWords = (cells: unknown) =>
  Object.values((cells ?? {}) as Record<string, unknown>)
    .filter((cell) => typeof cell === 'string' || typeof cell === 'number')
    .join(' · ');
