import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { AccountGrant } from '@/domain/accounts/account';
import { today } from '@/domain/days/day';
import { lastDayBefore } from '@/domain/days/ending';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type GrantListProps = { grants: AccountGrant[]; locale: Locale; action: FormAction };

/** Every role she holds, held or will hold, each with the way to take it away. */
export function GrantList({ grants, locale, action }: GrantListProps) {
  const t = useTranslations('accounts');
  const role = useTranslations('access.roles');
  if (grants.length === 0) return <p>{t('list.none')}</p>;
  return (
    <ul className="max-w-3xl">
      {grants.map((grant) => (
        <li key={grant.id} className="border-rule border-t py-4">
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <strong>
              {role(grant.role)} · {grant.unitName}
            </strong>
            <Standing grant={grant} />
          </p>
          <p className="text-ink-2">
            <GrantDays grant={grant} locale={locale} />
          </p>
          {grant.revocable && (
            <div className="mt-2">
              <Form action={action} concept="accounts" className="max-w-md" fold={{ summary: t('record.revoke') }}>
                <HiddenField name="grantId" value={grant.id} />
                <TextField name="reason" label={t('record.reason')} maxLength={200} />
                <SubmitButton variant="danger" compact>
                  {t('record.revoke')}
                </SubmitButton>
              </Form>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The days of a grant; of one that never held only the day on which it would have begun. */
function GrantDays({ grant: { from, to }, locale }: { grant: AccountGrant; locale: Locale }) {
  const t = useTranslations('accounts.record');
  if (to && to <= from) return t('neverHeld', { day: formatDay(locale, from) });
  const until = to ? `${t('lastDay')} ${formatDay(locale, lastDayBefore(to))}` : t('open');
  return `${t('from')} ${formatDay(locale, from)} · ${until}`;
}

const tones = { active: 'done', planned: 'waiting', revoked: 'plain', ended: 'plain' } as const;

function Standing({ grant }: { grant: AccountGrant }) {
  const t = useTranslations('accounts.record');
  const standing = standingOf(grant);
  return <Badge tone={tones[standing]}>{t(standing)}</Badge>;
}

function standingOf({ active, revoked, from }: AccountGrant) {
  if (active) return 'active';
  if (revoked) return 'revoked';
  return from > today() ? 'planned' : 'ended';
}
