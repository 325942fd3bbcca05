import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { oneOf } from '@/app/address';
import { markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { ownDataSections } from '@/components/consents/own-data/own-data-sections';
import { CardDoor, HowToOpen, NothingOpens } from '@/components/member-cards/card-door';
import { OwnCard } from '@/components/member-cards/own-card';
import { OwnConsents } from '@/components/member-cards/own-consents';
import { OwnHead, type OwnPart, ownParts } from '@/components/member-cards/own-head';
import { OwnPassport } from '@/components/member-cards/own-passport';
import { OwnPlaces } from '@/components/member-cards/own-places';
import type { ViewerHerself } from '@/domain/access/viewer';
import { findOwnPassport } from '@/domain/certificates/passport-queries';
import { listConsentsOfHerself } from '@/domain/consents/consent-queries';
import type { CardOpening } from '@/domain/member-cards/member-card';
import { findCardDoor, findCardOpening, findDataByCard } from '@/domain/member-cards/own/opening-queries';
import { listOwnPlaces } from '@/domain/member-cards/own/own-place-queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { keptCard, keptOpening, leaveAfter } from '@/server/sign-in/member-card';

/** Different for whoever's card it is, and kept nowhere. */
export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/member-card'>;

/** The title says nothing of whose data they are. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('member-cards.own');
  return pageMetadata({ locale, route: 'memberCard', title: t('title'), description: t('how'), index: false });
}

/** Her own passport, seats and data, in the ten minutes that her card and her digits open; before, the door; after, nothing. */
export default async function MemberCardPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { part, said, problem } = await searchParams;
  const token = await keptOpening();
  const opening = token ? await findCardOpening(token) : null;
  const asked = { said: oneOf(said) ?? null, problem: oneOf(problem) ?? null };
  if (!token || !opening)
    return (
      <Page locale={locale}>
        <Door locale={locale} wasScanned={part === 'scanned'} {...asked} />
      </Page>
    );
  const current = ownParts.find((each) => each === part) ?? 'passport';
  const seconds = Math.max(1, Math.ceil((opening.until.getTime() - Date.now()) / 1000));
  leaveAfter(seconds, `${hrefTo(locale, 'memberCard')}?said=over`);
  return (
    <Page locale={locale} part={current}>
      <Open locale={locale} opening={opening} token={token} part={current} {...asked} />
    </Page>
  );
}

function Page({ locale, part, children }: { locale: Locale; part?: OwnPart; children: ReactNode }) {
  return (
    <Shell locale={locale} route="memberCard" query={part ? { part } : {}}>
      <div className="wrap section">{children}</div>
    </Shell>
  );
}

type Asked = { said: string | null; problem: string | null };

async function Door({ locale, wasScanned, said, problem }: Asked & { locale: Locale; wasScanned: boolean }) {
  const token = await keptCard();
  if (!token) return <HowToOpen said={said} problem={problem} takesNoCookie={wasScanned} />;
  const door = await findCardDoor(token);
  if (door) return <CardDoor locale={locale} waitsUntil={door.waitsUntil} problem={problem} />;
  await markMissing();
  return <NothingOpens />;
}

type OpenProps = Asked & { locale: Locale; opening: CardOpening; token: string; part: OwnPart };

async function Open({ locale, opening, token, part, said, problem }: OpenProps) {
  const viewer: ViewerHerself = { personId: opening.personId, locale };
  const passport = await findOwnPassport(viewer);
  if (!passport) return <HowToOpen said="over" problem={null} takesNoCookie={false} />;
  return (
    <>
      <OwnHead
        locale={locale}
        name={passport.person.name}
        demo={passport.person.demo}
        until={opening.until}
        part={part}
        said={said}
        problem={problem}
      />
      {part === 'passport' && <OwnPassport locale={locale} passport={passport} />}
      {part === 'places' && <OwnPlaces locale={locale} places={await listOwnPlaces(viewer)} />}
      {part === 'data' && <Data viewer={viewer} token={token} />}
      {part === 'card' && <OwnCard locale={locale} />}
    </>
  );
}

async function Data({ viewer, token }: { viewer: ViewerHerself; token: string }) {
  const [consents, data, all] = await Promise.all([
    listConsentsOfHerself(viewer),
    findDataByCard(viewer, token),
    getTranslations(),
  ]);
  return (
    <OwnConsents locale={viewer.locale} consents={consents} sections={ownDataSections(data, all, viewer.locale)} />
  );
}
