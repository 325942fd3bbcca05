import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/tables/table';
import type { Passport } from '@/domain/certificates/passport';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { CertificateTable } from './certificate-table';
import { passportLines } from './passport-lines';

/** All that she has learned and shown, as it is read with her. */
export function PassportView({ passport }: { passport: Passport }) {
  const t = useTranslations();
  const locale = useLocale() as Locale;
  const lines = passportLines(t, locale, passport);
  const { skills, sessions, certificates } = passport;
  return (
    <div className="grid gap-9">
      <section>
        <h2 className="mb-3">{lines.skills}</h2>
        {skills.length === 0 ? <p>{lines.noSkills}</p> : <SkillTable skills={skills} lines={lines} />}
      </section>
      <section>
        <h2 className="mb-1">{lines.sessions}</h2>
        <p className="mb-3 text-ink-2">{lines.total}</p>
        {sessions.length === 0 ? <p>{lines.noSessions}</p> : <SessionTable sessions={sessions} lines={lines} />}
      </section>
      <section>
        <h2 className="mb-3">{lines.certificates}</h2>
        {certificates.length === 0 ? (
          <p>{lines.noCertificates}</p>
        ) : (
          <CertificateTable certificates={certificates} hers />
        )}
      </section>
      <p className="text-ink-2 text-sm">{lines.madeOn}</p>
    </div>
  );
}

type Lines = ReturnType<typeof passportLines>;

function SkillTable({ skills, lines }: Pick<Passport, 'skills'> & { lines: Lines }) {
  const t = useTranslations('certificates.passport');
  const locale = useLocale() as Locale;
  return (
    <Table
      caption={lines.skills}
      rows={skills}
      keyOf={({ skillId }) => skillId}
      columns={[
        {
          label: t('skill'),
          kind: 'title',
          cell: ({ nameVi, nameEn }) => (locale === 'vi' ? nameVi : nameEn),
        },
        { label: t('level'), cell: ({ level }) => lines.level(level) },
        { label: t('seen'), cell: lines.seen },
      ]}
    />
  );
}

function SessionTable({ sessions, lines }: Pick<Passport, 'sessions'> & { lines: Lines }) {
  const t = useTranslations('certificates');
  const locale = useLocale() as Locale;
  return (
    <Table
      caption={lines.sessions}
      rows={sessions}
      keyOf={({ sessionId }) => sessionId}
      columns={[
        {
          label: t('topic'),
          kind: 'title',
          cell: ({ titleVi, titleEn, late }) =>
            `${locale === 'vi' ? titleVi : titleEn}${late ? ` (${t('passport.late')})` : ''}`,
        },
        { label: t('heldOn'), cell: ({ on }) => formatDay(locale, on) },
        {
          label: t('hours'),
          cell: ({ hours }) => <span className="xl:whitespace-nowrap">{lines.hours(hours)}</span>,
        },
        { label: t('seenAt'), cell: ({ place }) => place },
      ]}
    />
  );
}
