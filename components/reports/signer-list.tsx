import { useLocale, useTranslations } from 'next-intl';
import { placeName } from '@/components/coverage/coverage-table';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Signer } from '@/domain/reports/signers/signer';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type ListProps = { signers: readonly Signer[]; ofCity: boolean };

/** Who may sign a report today: it waits for none of them alone. */
export function SignerList({ signers, ofCity }: ListProps) {
  const t = useTranslations('reports.signers');
  return (
    <p className="no-print">
      {t(ofCity ? 'city' : 'commune')}{' '}
      {signers.map((signer, at) => (
        <span key={signer.accountId}>
          {at > 0 && '; '}
          <SignerName signer={signer} />
        </span>
      ))}
      .
    </p>
  );
}

/** Her name, her office and the last day of her role. */
export function SignerName({ signer: { name, title, until } }: { signer: Signer }) {
  const t = useTranslations('reports.signers');
  const office = useTranslations('people.office');
  const locale = useLocale() as Locale;
  const told = [title && office(title), until && t('until', { day: formatDay(locale, until) })].filter(Boolean);
  return (
    <>
      <b>{name}</b>
      {told.length > 0 && ` (${told.join(', ')})`}
    </>
  );
}

/** Nobody may sign: whose move it is, and where it is done by who may. */
export function NobodySigns({ place, invite }: { place: string; invite: string | null }) {
  const t = useTranslations('reports.signers');
  return (
    <Notice
      tone="problem"
      title={t('none', { place })}
      action={invite ? <Link href={invite}>{t('invite')}</Link> : undefined}
    >
      {t(invite ? 'noneDo' : 'noneWait')}
    </Notice>
  );
}

type AtProps = {
  places: readonly { id: string; kind: string; name: string }[];
  /** where an official of a place is invited, for who may */
  inviteAt: ((unitId: string) => string) | null;
};

/** So many are named. */
const NAMED = 5;

/** The communes whose report waits and in which nobody may sign it. */
export function NobodySignsAt({ places, inviteAt }: AtProps) {
  const t = useTranslations('reports.signers');
  const coverage = useTranslations('coverage');
  if (places.length === 0) return null;
  const named = places.slice(0, NAMED).map(({ id, ...place }) => ({ id, name: placeName(coverage, place) }));
  const rest = places.length - named.length;
  const list = named.map(({ name }) => name).join(', ');
  const names = rest > 0 ? t('more', { names: list, count: rest }) : list;
  return (
    <Notice tone="problem" title={t('lacking', { count: places.length, names })}>
      {t(inviteAt ? 'noneDo' : 'noneWait')}
      {inviteAt && (
        <ul className="mt-1 flex flex-wrap gap-x-4 font-semibold">
          {named.map(({ id, name }) => (
            <li key={id}>
              <Link href={inviteAt(id)} className="inline-flex min-h-11 items-center">
                {t('inviteAt', { place: name })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
