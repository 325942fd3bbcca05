import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/tables/table';
import type { Passport } from '@/domain/certificates/passport';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { CertificateTable } from './certificate-table';
import { passportLines } from './passport-lines';

/** All that she has learned and shown, as it is read with her. */
export function PassportView({ passport }: { passport: Passport }) {
  const all = useTranslations();
  const t = useTranslations('certificates');
  const locale = useLocale() as Locale;
  const lines = passportLines(all, locale, passport);
  const { skills, sessions, certificates } = passport;
  return (
    <div className="grid gap-9">
      <section>
        <h2 className="mb-3">{lines.skills}</h2>
        {skills.length === 0 ? (
          <p>{lines.noSkills}</p>
        ) : (
          <Table
            caption={lines.skills}
            rows={skills}
            keyOf={({ skillId }) => skillId}
            columns={[
              {
                label: t('passport.skill'),
                kind: 'title',
                cell: ({ nameVi, nameEn }) => (locale === 'vi' ? nameVi : nameEn),
              },
              { label: t('passport.level'), cell: ({ level }) => lines.level(level) },
              { label: t('passport.seen'), cell: lines.seen },
            ]}
          />
        )}
      </section>
      <section>
        <h2 className="mb-1">{lines.sessions}</h2>
        <p className="mb-3 text-ink-2">{lines.total}</p>
        {sessions.length === 0 ? (
          <p>{lines.noSessions}</p>
        ) : (
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
        )}
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
