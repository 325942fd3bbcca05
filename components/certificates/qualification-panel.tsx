import { useLocale, useTranslations } from 'next-intl';
import type { FormAction } from '@/components/ui/forms/form-state';
import { Icon } from '@/components/ui/icon';
import { Fold } from '@/components/ui/panels/fold';
import { Panel } from '@/components/ui/panels/panel';
import {
  isRenewable,
  lastQualification,
  type NeededSkill,
  type Qualification,
  qualificationState,
  RENEWABLE_DAYS,
  standingQualification,
} from '@/domain/certificates/qualification';
import { type Day, daysBetween } from '@/domain/days/day';
import { lastDayBefore, neverWas } from '@/domain/days/ending';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { EndForm, RecogniseForm, RenewForm } from './qualification-forms';

type Actions = { recognise: FormAction; renew: FormAction; end: FormAction };
type PanelProps = {
  personId: string;
  qualifications: readonly Qualification[];
  needed: readonly NeededSkill[];
  today: Day;
  /** null for who only reads */
  actions: Actions | null;
};

/** Whether she is recognised as an instructor, until when, and what an official can do about it. */
export function QualificationPanel({ personId, qualifications, needed, today, actions }: PanelProps) {
  const t = useTranslations('certificates.qualification');
  const standing = standingQualification(qualifications, today);
  const last = lastQualification(qualifications);
  const renewable = last && isRenewable(last, today) ? last : undefined;
  const anew = !standing && !renewable;
  const able = needed.length > 0 && needed.every(({ alone }) => alone);
  return (
    <Panel title={t('title')} id="qualification">
      <p className="mb-2 font-semibold">
        <StandingSentence qualifications={qualifications} today={today} />
      </p>
      {standing && last && last.to > today && daysBetween(today, last.to) <= RENEWABLE_DAYS && (
        <p className="mb-2">{t('soon', { days: daysBetween(today, last.to) })}</p>
      )}
      {qualifications.length > 1 && <History qualifications={qualifications} />}
      {anew && <Needed needed={needed} />}
      {actions && anew && able && <RecogniseForm personId={personId} today={today} action={actions.recognise} />}
      {actions && renewable && <RenewForm qualification={renewable} action={actions.renew} />}
      {actions && standing && <EndForm qualification={standing} action={actions.end} today={today} />}
    </Panel>
  );
}

/** How it stands with her recognition, in one sentence: a renewal goes on where the running one ends. */
function StandingSentence({ qualifications, today }: Pick<PanelProps, 'qualifications' | 'today'>) {
  const t = useTranslations('certificates.qualification');
  const locale = useLocale() as Locale;
  const day = (value: Day) => formatDay(locale, value);
  const standing = standingQualification(qualifications, today);
  const last = lastQualification(qualifications);
  if (standing && qualificationState(standing, today) === 'running') {
    const end = last?.from === standing.to ? last : standing;
    return t('running', { from: day(standing.from), to: day(lastDayBefore(end.to)) });
  }
  if (standing) return t('ahead', { from: day(standing.from) });
  if (!last) return t('none');
  return last.endReason && last.endedOn
    ? t('ended', { day: day(lastDayBefore(last.to)), reason: last.endReason })
    : t('over', { to: day(lastDayBefore(last.to)) });
}

function History({ qualifications }: Pick<PanelProps, 'qualifications'>) {
  const t = useTranslations('certificates.qualification');
  const locale = useLocale() as Locale;
  return (
    <Fold summary={t('history')}>
      <ul className="grid gap-1">
        {qualifications.map((each) => (
          <li key={each.id}>
            {!neverWas(each)
              ? t('span', { from: formatDay(locale, each.from), to: formatDay(locale, lastDayBefore(each.to)) })
              : t('never', { from: formatDay(locale, each.from) })}
            {each.endReason && <span className="block text-ink-2">{each.endReason}</span>}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Needed({ needed }: Pick<PanelProps, 'needed'>) {
  const t = useTranslations('certificates.qualification');
  const locale = useLocale() as Locale;
  if (needed.length === 0) return <p className="text-ink-2">{t('noRule')}</p>;
  return (
    <>
      <p className="mt-2">{t('needs')}</p>
      <ul className="mt-1 grid gap-1">
        {needed.map(({ id, nameVi, nameEn, alone }) => (
          <li key={id} className="flex items-start gap-2">
            <Icon name={alone ? 'check' : 'cross'} className={alone ? 'text-rubber' : 'text-basalt'} />
            <span>
              {locale === 'vi' ? nameVi : nameEn}: {t(alone ? 'has' : 'hasNot')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
