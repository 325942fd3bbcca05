import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { Badge } from '@/components/ui/badge';
import type { OpenInvitation } from '@/domain/accounts/invitations/invitation';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type Deeds, InvitationDeeds } from './invitation-deeds';

const TONES = { waiting: 'waiting', sent: 'done', failed: 'problem' } as const;

type OpenInvitationsProps = Deeds & { invitations: OpenInvitation[]; locale: Locale };

/** Invitations that nobody has taken up: to whom, as what, where and until when, to be sent again or withdrawn. */
export function OpenInvitations({ invitations, locale, ...deeds }: OpenInvitationsProps) {
  const t = useTranslations('accounts.invitation.open');
  if (invitations.length === 0) return null;
  return (
    <section id="invitations" className="mt-12">
      <h2 className="mb-2">{t('title')}</h2>
      <p className="mb-4 text-ink-2">{t('lead')}</p>
      <ul className="max-w-3xl">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="border-rule border-t py-4">
            <Told invitation={invitation} locale={locale} />
            {invitation.mayChange && (
              <Words of={['accounts.invitation', 'messages.copying']}>
                <InvitationDeeds id={invitation.id} contact={invitation.contact} {...deeds} />
              </Words>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Told({ invitation, locale }: { invitation: OpenInvitation; locale: Locale }) {
  const t = useTranslations('accounts.invitation.open');
  const role = useTranslations('access.roles');
  const { contact, unitName, expiresAt, isOver, invitedBy, mail } = invitation;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <strong className="[overflow-wrap:anywhere]">{contact}</strong>
        <Badge tone={mail ? TONES[mail] : 'information'}>{mail ? t(`mail.${mail}`) : t('byHand')}</Badge>
      </p>
      <p>{`${role(invitation.role)} · ${unitName}`}</p>
      <p className="text-ink-2">
        {t(isOver ? 'lapsed' : 'until', { at: formatInstant(locale, expiresAt) })} · {t('by', { name: invitedBy })}
      </p>
    </>
  );
}
