import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { AccountPerson } from '@/domain/accounts/persons/person';
import { NobodyFound, PersonField, PersonSearch, type SoughtPeople } from './person-choice';

type AccountPersonPartProps = {
  account: { id: string; disabled: boolean; teaches: boolean };
  person: AccountPerson;
  /** null where the viewer does not say whose record it is */
  sought: SoughtPeople | null;
  attach: FormAction;
  detach: FormAction;
};

/** Whose record the account is attached to, and the way to attach it, to correct that or to take it off. */
export function AccountPersonPart({ account, person, sought, attach, detach }: AccountPersonPartProps) {
  const t = useTranslations('accounts.person');
  const isSettable = sought !== null && person.kind !== 'unseen';
  const was = person.kind === 'seen' ? person.id : '';
  const path = `/admin/accounts/${account.id}#person`;
  return (
    <section id="person" className="mt-12 max-w-xl">
      <h2 className="mb-4">{t('title')}</h2>
      <Standing person={person} teaches={account.teaches} />
      {!isSettable && person.kind === 'none' && <p className="mt-2 text-ink-2">{t('byOthers')}</p>}
      {isSettable && !account.disabled && (
        <div className="mt-4">
          <PersonSearch action={path} q={sought.q} />
          <NobodyFound sought={sought} />
          {sought.people.length > 0 && (
            <Form action={attach} concept="accounts" className="mt-6">
              <HiddenField name="accountId" value={account.id} />
              <HiddenField name="was" value={was} />
              <PersonField sought={sought} />
              <SubmitButton>{t(was ? 'change' : 'attach')}</SubmitButton>
            </Form>
          )}
        </div>
      )}
      {isSettable && was && <Detach accountId={account.id} was={was} action={detach} />}
    </section>
  );
}

function Standing({ person, teaches }: { person: AccountPerson; teaches: boolean }) {
  const t = useTranslations('accounts.person');
  if (person.kind === 'unseen') return <p>{t('unseen')}</p>;
  if (person.kind === 'none')
    return teaches ? <p className="problem-box">{t('trainerWithout')}</p> : <p>{t('none')}</p>;
  return (
    <>
      <p>
        {t.rich('is', {
          person: () => <Link href={`/admin/people/${person.id}`}>{person.name}</Link>,
          unit: person.keeperName,
        })}
      </p>
      <p className="text-ink-2">{t('toTeach', { count: person.toTeach })}</p>
    </>
  );
}

/** Not folded away: without a script what is refused would be said in a fold that is closed again. */
function Detach({ accountId, was, action }: { accountId: string; was: string; action: FormAction }) {
  const t = useTranslations('accounts.person');
  return (
    <Form action={action} concept="accounts" className="mt-8 border-rule border-t pt-4">
      <HiddenField name="accountId" value={accountId} />
      <HiddenField name="was" value={was} />
      <p className="mb-3 text-ink-2">{t('detachLead')}</p>
      <SubmitButton variant="danger" compact>
        {t('detach')}
      </SubmitButton>
    </Form>
  );
}
