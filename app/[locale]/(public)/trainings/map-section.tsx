import { getTranslations } from 'next-intl/server';
import { comingSessions } from '@/app/kept/coming-sessions';
import { CommuneMap } from '@/components/calendar/commune-map';
import { CommuneLinks, MapLegend, ProvinceMap } from '@/components/calendar/province-map';
import { SessionLines, VenueList } from '@/components/calendar/venue-list';
import { PastMap } from '@/components/charts/map/past-map';
import { capital, communeWords } from '@/components/trainings/place-words';
import { MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { countPublishedByCommune, findPublishedPoint } from '@/domain/calendar/published-queries';
import { byVenue } from '@/domain/calendar/where';
import { addDays, today } from '@/domain/days/day';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import { compareNames } from '@/i18n/format';
import { hrefOf, type SectionProps } from './asked';

/** How far ahead the map looks: eight weeks. */
const AHEAD_DAYS = 56;

/** The map of coming sessions: of the province commune by commune, of a commune hall by hall. */
export async function MapSection({ narrowed, ...props }: SectionProps) {
  const { commune } = narrowed;
  return commune ? <InCommune {...props} narrowed={narrowed} commune={commune} /> : <InProvince {...props} />;
}

async function InProvince({ locale, asked }: Omit<SectionProps, 'narrowed'>) {
  const [t, all, counts] = await Promise.all([
    getTranslations('calendar.map'),
    listPublishedCommunes(),
    countPublishedByCommune(addDays(today(), AHEAD_DAYS)),
  ]);
  const communes = all.map((commune) => ({
    ...commune,
    count: counts.get(commune.id) ?? 0,
    href: hrefOf(locale, { ...asked, commune: commune.code }, 'map'),
  }));
  return (
    <>
      <h2>{t('province')}</h2>
      <p className="mt-1 mb-6 max-w-[40em] text-ink-2">{t('provinceLead')}</p>
      <MapLegend />
      <div className="mb-9 hidden max-w-[56rem] md:block">
        <PastMap>
          <ProvinceMap communes={communes} />
        </PastMap>
      </div>
      <h3 className="mb-3">{t('byName')}</h3>
      <CommuneLinks communes={communes.toSorted((one, other) => compareNames(one.name, other.name))} />
    </>
  );
}

async function InCommune({ locale, asked, narrowed, commune }: SectionProps & { commune: Commune }) {
  const [t, words, communes, inside, { sessions }] = await Promise.all([
    getTranslations('calendar.map'),
    getTranslations('trainings'),
    listPublishedCommunes(),
    findPublishedPoint(commune.id),
    comingSessions(locale, {
      communeId: commune.id,
      courseCode: narrowed.course?.code,
      audience: asked.audience,
      mode: asked.mode,
      from: today(),
      to: addDays(today(), AHEAD_DAYS),
    }),
  ]);
  const { venues, elsewhere } = byVenue(sessions);
  const drawn = venues.filter(({ point }) => point);
  const place = capital(communeWords(words, commune));
  return (
    <>
      <h2>{t('commune', { place })}</h2>
      <p className="mt-1 mb-6 max-w-[40em] text-ink-2">{t('communeLead')}</p>
      {sessions.length === 0 && <EmptyState icon="pin" title={t('none', { place })} />}
      <div className="grid items-start gap-9 xl:grid-cols-2 xl:gap-16">
        {drawn.length > 0 && (
          <CommuneMap locale={locale} commune={commune} communes={communes} inside={inside} venues={drawn} />
        )}
        <div className="min-w-0">
          {venues.length > 0 && <VenueList locale={locale} venues={venues} />}
          {elsewhere.length > 0 && (
            <section className="mt-7">
              <h3 className="mb-2">{t('elsewhere')}</h3>
              <SessionLines locale={locale} sessions={elsewhere} />
            </section>
          )}
          {sessions.some(({ demo }) => demo) && <DemoMark className="mt-3" />}
        </div>
      </div>
      <p className="mt-6">
        <MoreLink href={hrefOf(locale, { ...asked, commune: undefined }, 'map')}>{t('back')}</MoreLink>
      </p>
    </>
  );
}
