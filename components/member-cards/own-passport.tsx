import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { passportLines } from '@/components/certificates/passport-lines';
import { inGroups } from '@/domain/certificates/code';
import type { Passport } from '@/domain/certificates/passport';
import { qualificationState } from '@/domain/certificates/qualification';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Her skill passport as she reads it herself, on a small screen: lists, no tables. */
export function OwnPassport({ locale, passport }: { locale: Locale; passport: Passport }) {
  const t = useTranslations();
  const lines = passportLines(t, locale, passport);
  const { skills, sessions, certificates, qualifications, madeOn } = passport;
  const running = qualifications.find((each) => qualificationState(each, madeOn) === 'running');
  const said = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  return (
    <div className="grid max-w-3xl gap-8">
      {running && <p className="font-semibold">{lines.recognised(running)}</p>}
      <Lines title={lines.skills} nothing={lines.noSkills}>
        {skills.map((skill) => (
          <li key={skill.skillId}>
            <strong>{said(skill.nameVi, skill.nameEn)}</strong>: {lines.level(skill.level)} – {lines.seen(skill)}
          </li>
        ))}
      </Lines>
      <Lines title={`${lines.sessions}: ${lines.total}`} nothing={lines.noSessions}>
        {sessions.map((session) => (
          <li key={session.sessionId}>
            <strong>{said(session.titleVi, session.titleEn)}</strong>: {formatDay(locale, session.on)} ·{' '}
            {lines.hours(session.hours)} · {session.place}
          </li>
        ))}
      </Lines>
      <Lines title={lines.certificates} nothing={lines.noCertificates}>
        {certificates
          .filter(({ revokedOn }) => revokedOn === null)
          .map(({ id, topicVi, topicEn, code, heldOn }) => (
            <li key={id}>
              <strong>{said(topicVi, topicEn)}</strong>: {inGroups(code)} · {formatDay(locale, heldOn)}
            </li>
          ))}
      </Lines>
      <p className="text-ink-2 text-sm">{lines.madeOn}</p>
    </div>
  );
}

function Lines({ title, nothing, children }: { title: string; nothing: string; children: ReactNode[] }) {
  return (
    <section>
      <h2 className="mb-3">{title}</h2>
      {children.length === 0 ? <p>{nothing}</p> : <ul className="grid gap-2">{children}</ul>}
    </section>
  );
}
