import { may, pathOf, spanToday, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { db, type Prisma } from '@/prisma/client';
import type { ArticleEvent, EventKind } from './event';
import { listNamingEvents } from './namings/naming-event-queries';
import { minutesLate } from './standing';

const EDITIONS_MAX = 50;
const EVENTS_MAX = 100;
/** More than this nobody reads down a page. */
const TOLD_MAX = 300;

const name = { select: { displayName: true } } as const;

const editionSelect = {
  number: true,
  editionTexts: { select: { locale: true }, take: 2 },
  editionAuthors: { select: { wroteAt: true, account: name }, take: 20 },
  editionDecisions: {
    orderBy: { decidedAt: 'asc' },
    select: { kind: true, remark: true, decidedAt: true, decidedBy: name, rulingId: true },
    take: EVENTS_MAX,
  },
  remarks: {
    orderBy: { createdAt: 'desc' },
    select: { text: true, locale: true, createdAt: true, writtenBy: name, resolvedAt: true, resolvedBy: name },
    take: EVENTS_MAX,
  },
} as const;

const publicationSelect = {
  locale: true,
  plannedAt: true,
  createdAt: true,
  publishedAt: true,
  publishedBy: name,
  endedAt: true,
  endReason: true,
  endedBy: name,
  reason: true,
  changeNote: true,
  text: { select: { edition: { select: { number: true } } } },
} as const;

const eventsSelect = {
  editions: { orderBy: { number: 'desc' }, select: editionSelect, take: EDITIONS_MAX },
  publications: { orderBy: { createdAt: 'desc' }, select: publicationSelect, take: EVENTS_MAX },
} as const;
type Row = Prisma.ArticleGetPayload<{ select: typeof eventsSelect }>;
type EditionOf = Row['editions'][number];
type PublicationOf = Row['publications'][number];

/** What is said of the woman that a story tells of, or of somebody in a picture. */
const OF_HER: readonly EventKind[] = ['notAgreed', 'hourStopped', 'subjectChosen', 'subjectRemoved', 'namingSaid'];

/** What the trail alone knows of an article, by the names of its actions; no entry says who a woman is. */
const DEEDS = {
  reviewArticle: 'reviewed',
  moveArticle: 'moved',
  removeLeadPicture: 'pictureRemoved',
  approvePictureWords: 'pictureWords',
  removeSound: 'soundRemoved',
  chooseSubjectPerson: 'subjectChosen',
  removeSubjectPerson: 'subjectRemoved',
  sayNaming: 'namingSaid',
} as const satisfies Record<string, EventKind>;
type TrailRow = {
  action: keyof typeof DEEDS;
  at: Date;
  displayName: string | null;
  change: { reviewedOn?: string; languages?: string[]; language?: string } | null;
};

const readDeeds = (articleId: string) => db.$queryRaw<TrailRow[]>`
  SELECT /* one plan */ e.action, e.at, c.display_name AS "displayName", e.change FROM audit_entry e LEFT JOIN account c ON c.id = e.actor_id
  WHERE e.subject_id = ${articleId}::uuid AND e.subject_type = 'article' AND e.verb = 'changed' AND e.action = ANY (${Object.keys(DEEDS)}::text[])
  ORDER BY e.id DESC LIMIT ${EVENTS_MAX}`;

/** The events of an article, newest first; null when the viewer may not see it. What a woman answered is for who writes there. */
export async function listArticleEvents(viewer: Viewer, articleId: string): Promise<ArticleEvent[] | null> {
  if (!isId(articleId)) return null;
  const [row, deeds, namings] = await Promise.all([
    db.article.findFirst({
      where: { id: articleId, unit: withinReach(viewer, 'articles.see') },
      select: { ...eventsSelect, unit: { select: { unitSpans: spanToday() } } },
    }),
    readDeeds(articleId),
    listNamingEvents(viewer, articleId),
  ]);
  const writes = row !== null && may(viewer, 'articles.write', pathOf(row.unit));
  return (
    row &&
    [...together(row.publications.flatMap(ofPublication)), ...row.editions.flatMap(ofEdition), ...deeds.map(ofDeed)]
      .concat(namings)
      .filter(({ what }) => writes || !OF_HER.includes(what))
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .slice(0, TOLD_MAX)
  );
}

const languagesOf = (locales: readonly (string | null)[]) =>
  (['vi', 'en'] as const).filter((locale) => locales.includes(locale));

type Facts = { edition: number; languages: ArticleEvent['languages'] };
type Deed = { what: EventKind; at: Date; by: { displayName: string } | null } & Partial<
  Pick<ArticleEvent, 'said' | 'hour' | 'late'>
>;

const event = (facts: Facts, { by, ...deed }: Deed): ArticleEvent => ({
  said: null,
  hour: null,
  late: 0,
  ...facts,
  ...deed,
  by: by?.displayName ?? null,
});

function ofEdition({ number, editionTexts, editionAuthors, editionDecisions, remarks }: EditionOf): ArticleEvent[] {
  const facts = { edition: number, languages: languagesOf(editionTexts.map(({ locale }) => locale)) };
  const isForced = (at: number) => editionDecisions.slice(0, at).at(-1)?.kind === 'forced';
  return [
    ...editionAuthors.map(({ wroteAt, account }) => event(facts, { what: 'wrote', at: wroteAt, by: account })),
    ...editionDecisions.map(({ kind, remark, decidedAt, decidedBy, rulingId }, at) =>
      event(facts, { what: decided(kind, rulingId, isForced(at)), at: decidedAt, by: decidedBy, said: remark }),
    ),
    ...remarks.flatMap((remark) => ofRemark(number, remark)),
  ];
}

/** Who only gives another day has looked at nothing. */
function ofDeed({ action, at, displayName, change }: TrailRow): ArticleEvent {
  const what = action === 'reviewArticle' && !change?.reviewedOn ? 'reviewMoved' : DEEDS[action];
  const languages = languagesOf(change?.languages ?? [change?.language ?? null]);
  return event({ edition: 0, languages }, { what, at, by: displayName === null ? null : { displayName } });
}

function ofRemark(edition: number, remark: EditionOf['remarks'][number]): ArticleEvent[] {
  const { text, locale, createdAt, writtenBy, resolvedAt, resolvedBy } = remark;
  const facts = { edition, languages: languagesOf([locale]) };
  const said = event(facts, { what: 'remarked', at: createdAt, by: writtenBy, said: text });
  return resolvedAt ? [said, event(facts, { what: 'resolved', at: resolvedAt, by: resolvedBy, said: text })] : [said];
}

function decided(
  kind: EditionOf['editionDecisions'][number]['kind'],
  ruling: string | null,
  forced: boolean,
): EventKind {
  if (kind !== 'approved') return kind;
  if (forced) return 'confirmed';
  return ruling ? 'approvedAlone' : 'approved';
}

function ofPublication(row: PublicationOf): ArticleEvent[] {
  const { plannedAt, createdAt, publishedAt, publishedBy, endedAt, endReason, endedBy, reason, changeNote } = row;
  const facts = { edition: row.text.edition.number, languages: languagesOf([row.locale]) };
  const wasScheduled = plannedAt > createdAt;
  const late = publishedAt && wasScheduled ? minutesLate({ since: publishedAt, plannedAt }) : 0;
  const deeds: (Deed | false | null)[] = [
    wasScheduled && { what: 'scheduled', at: createdAt, by: publishedBy, hour: plannedAt },
    publishedAt && {
      what: late > 0 ? 'publishedLate' : 'published',
      at: publishedAt,
      by: wasScheduled ? null : publishedBy,
      said: changeNote,
      hour: plannedAt,
      late,
    },
    endedAt && endReason === 'consent_withdrawn' && { what: 'notAgreed', at: endedAt, by: null },
    endedAt && endReason === 'picture_hidden' && { what: 'hourStopped', at: endedAt, by: null },
    endedAt &&
      !publishedAt &&
      endReason !== 'consent_withdrawn' &&
      endReason !== 'picture_hidden' && {
        what: endReason === 'expired' ? 'expired' : 'unscheduled',
        at: endedAt,
        by: endedBy,
      },
    endedAt && publishedAt && endReason === 'expired' && { what: 'expired', at: endedAt, by: endedBy },
    endedAt && publishedAt && endReason === 'withdrawn' && { what: 'withdrew', at: endedAt, by: endedBy, said: reason },
  ];
  return deeds.flatMap((deed) => (deed ? [event(facts, deed)] : []));
}

/** Both languages of one moment are one event. */
function together(events: ArticleEvent[]): ArticleEvent[] {
  const moments = new Map<string, ArticleEvent>();
  for (const each of events) {
    const moment = `${each.what} ${each.at.getTime()}`;
    const known = moments.get(moment);
    const said = [known?.said, each.said].filter((words, at, all) => words && all.indexOf(words) === at).join(' · ');
    moments.set(moment, {
      ...each,
      said: said || null,
      languages: languagesOf([...(known?.languages ?? []), ...each.languages]),
    });
  }
  return [...moments.values()];
}
