import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { FrontChoices } from '@/components/articles/front/front-choices';
import { FrontForeseen } from '@/components/articles/front/front-foreseen';
import { FrontForm } from '@/components/articles/front/front-form';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button } from '@/components/ui/button';
import { PlainDateField } from '@/components/ui/days/date-field';
import { PlainTextField } from '@/components/ui/forms/plain-fields';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { type Foreseen, type FrontOrder, frontSpots } from '@/domain/articles/front/front';
import { findFrontOrder, foreseeFront, listFrontChoices, mayArrange } from '@/domain/articles/front/front-queries';
import { today } from '@/domain/days/day';
import { locales } from '@/domain/locale';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { requireViewer } from '@/server/sign-in/session';
import { articlesPath, frontPath } from '../asked';
import { arrangeFront } from './actions';
import { type Asked, addressOf, askedOf } from './asked';

const SAID = ['arranged', 'put'] as const;

async function load() {
  const viewer = await requireViewer();
  return mayArrange(viewer) ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('front'))('title') };
}

/** Which pieces stand first on the front page and in lists, and what will stand there on a day. */
export default async function FrontPage({ searchParams }: PageProps<'/admin/articles/front'>) {
  const viewer = await load();
  const query = await searchParams;
  const asked = askedOf(query);
  const [t, articles, found, choices, now, then] = await Promise.all([
    getTranslations('front'),
    getTranslations('articles.admin'),
    findFrontOrder(viewer, asked.spot),
    listFrontChoices(viewer, asked.spot, asked.q ?? ''),
    foreseeFront(viewer, asked.lang, today()),
    asked.day === today() ? [] : foreseeFront(viewer, asked.lang, asked.day),
  ]);
  const order = found ?? notFound();
  const said = SAID.find((each) => each === oneOf(query.said));
  return (
    <LivePage>
      {said && <Notice title={t(`said.${said}`)} />}
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: articles('title'), href: articlesPath }]} />}
        title={t('title')}
        lead={t('lead')}
      />
      <Spots asked={asked} />
      <div className="grid items-start gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,1fr)_420px]">
        <div className="grid min-w-0 gap-8">
          <Arranging asked={asked} order={order} />
          <Panel title={t('add')} id="add">
            <SearchBar asked={asked} />
            <FrontChoices pieces={choices} />
          </Panel>
        </div>
        <Ahead asked={asked} now={now} then={then} />
      </div>
    </LivePage>
  );
}

function Spots({ asked }: { asked: Asked }) {
  const t = useTranslations('front');
  return (
    <div className="mb-6">
      <Segmented
        as={Link}
        label={t('where')}
        segments={frontSpots.map((spot) => ({
          href: addressOf({ ...asked, spot }),
          label: t(`spots.${spot}`),
          current: spot === asked.spot,
        }))}
      />
    </div>
  );
}

/** The lines of the spot, and who arranged them last. */
function Arranging({ asked, order }: { asked: Asked; order: FrontOrder }) {
  const t = useTranslations('front');
  const locale = useLocale() as Locale;
  const { spot } = asked;
  const { arrangedBy, arrangedAt } = order;
  return (
    <section>
      <h2>{t(`spots.${spot}`)}</h2>
      <p className="mt-1 mb-4 max-w-[44em] text-ink-2">{t(spot.startsWith('home') ? 'homeHint' : 'listHint')}</p>
      <FrontForm
        key={`${spot} ${order.version}`}
        action={arrangeFront}
        address={addressOf(asked)}
        spot={spot}
        order={order}
        today={today()}
        drawnAt={new Date()}
      />
      {arrangedBy && arrangedAt && (
        <p className="mt-3 text-ink-2 text-sm">
          {t('by', { name: arrangedBy, at: formatInstant(locale, arrangedAt) })}
        </p>
      )}
    </section>
  );
}

function SearchBar({ asked: { spot, q } }: { asked: Asked }) {
  const t = useTranslations('front');
  return (
    <search aria-label={t('find')}>
      <form action={`${frontPath}#add`} className="flex flex-wrap items-end gap-x-3">
        <input type="hidden" name="spot" value={spot} />
        <div className="min-w-0 flex-1 basis-60">
          <PlainTextField id="find" name="q" type="search" label={t('find')} hint={t('findHint')} defaultValue={q} />
        </div>
        <Button type="submit" icon="search" className="mb-5">
          {t('search')}
        </Button>
      </form>
    </search>
  );
}

/** What will stand first: today, and on the day that is asked for. */
function Ahead({ asked, now, then }: { asked: Asked; now: Foreseen[]; then: Foreseen[] }) {
  const t = useTranslations('front');
  const locale = useLocale() as Locale;
  return (
    <Panel title={t('ahead')}>
      <Segmented
        as={Link}
        label={t('language')}
        segments={locales.map((lang) => ({
          href: addressOf({ ...asked, lang }),
          label: t(`languages.${lang}`),
          current: lang === asked.lang,
        }))}
      />
      <form action={frontPath} className="mt-4 flex flex-wrap items-end gap-x-3">
        <input type="hidden" name="spot" value={asked.spot} />
        <input type="hidden" name="lang" value={asked.lang} />
        <div className="min-w-0 flex-1 basis-44">
          <PlainDateField id="day" name="day" label={t('day')} defaultValue={asked.day} min={today()} />
        </div>
        <Button type="submit" className="mb-5">
          {t('look')}
        </Button>
      </form>
      {asked.day !== today() && (
        <section className="mb-8">
          <h3>{t('then', { day: formatDay(locale, asked.day) })}</h3>
          <FrontForeseen pieces={then} current={asked.spot} />
        </section>
      )}
      <section>
        <h3>{t('now')}</h3>
        <FrontForeseen pieces={now} current={asked.spot} />
      </section>
    </Panel>
  );
}
