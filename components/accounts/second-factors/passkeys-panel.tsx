import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { OwnFactor } from '@/domain/accounts/second-factors/second-factor';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { PasskeyMaker } from './passkey-maker';
import { passkeyWords } from './passkey-words';
import { ProofField } from './proof-field';

type PasskeysPanelProps = {
  passkeys: readonly OwnFactor[];
  works: boolean;
  /** she typed her password a moment ago */
  isFresh: boolean;
  locale: Locale;
  remove: FormAction;
};

/** Her passkeys by the names she gave them, each removed in one tap, and one more. */
export function PasskeysPanel({ passkeys, works, isFresh, locale, remove }: PasskeysPanelProps) {
  const t = useTranslations('second-factors.passkeys');
  const say = useTranslations('second-factors');
  return (
    <Panel id="passkeys" title={t('title')}>
      <p className="mb-3">{t('lead')}</p>
      {passkeys.length === 0 && <p className="mb-4 font-semibold">{t('none')}</p>}
      {passkeys.length > 0 && (
        <ul className="mb-4 grid gap-3">
          {passkeys.map(({ id, label, since }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-rule border-t pt-3">
              <span>{t('row', { name: label, day: formatDay(locale, since) })}</span>
              <Form action={remove} concept="second-factors">
                <HiddenField name="factorId" value={id} />
                <ProofField isFresh={isFresh} />
                <SubmitButton variant="secondary" compact>
                  {t('remove')}
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {works ? (
        <PasskeyMaker
          words={{
            name: t('name'),
            hint: t('nameHint'),
            add: t('add'),
            password: say('proof.password'),
            unsupported: t('unsupported'),
            needsScript: t('needsScript'),
          }}
          troubles={passkeyWords(say, 'make')}
          isFresh={isFresh}
        />
      ) : (
        <p>{t('needsAddress')}</p>
      )}
    </Panel>
  );
}
