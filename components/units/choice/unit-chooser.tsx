'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/forms/field';
import { type UnitSends, UnitTiles } from './offered-units';
import { UnitInput } from './unit-input';
import { isToBeAsked, type UnitQuestion } from './unit-option';

type UnitChooserProps = {
  /** the page itself: what is chosen goes into its address */
  action: string;
  name: string;
  label: string;
  question: UnitQuestion;
  /** what the page was asked for besides, and keeps */
  kept?: readonly (readonly [string, string])[];
  /** the form below it, whose fields go along so that nothing typed is lost */
  along?: string | undefined;
};

/**
 * The choice of a unit before the rest of a page: choosing leads on at once. Without a script words are sent, and
 * units that they may mean are there to be tapped. A single one is not asked for.
 */
export function UnitChooser({ action, name, label, question, kept = [], along }: UnitChooserProps) {
  const t = useTranslations('units.choice');
  const { scope, few, chosen, offered } = question;
  const send = useRef<HTMLButtonElement>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!isToBeAsked(question)) return null;
  const sends = along ? { form: along, formMethod: 'get', formAction: action, formNoValidate: true } : {};
  return (
    <form action={action} method="get" className="mb-7 max-w-[46rem]">
      {along && <SendsItself form={along} />}
      {kept.map(([key, value]) => (
        <input key={`${key} ${value}`} type="hidden" name={key} value={value} />
      ))}
      {few ? (
        <fieldset>
          <legend className="field-label">{label}</legend>
          <UnitTiles name={name} options={few} chosen={chosen} sends={sends} />
        </fieldset>
      ) : (
        <>
          {along && <AskedAbove form={along} $address={name} $page={action} $chosen={chosen?.label ?? ''} />}
          <div className="grid items-end gap-x-2.5 sm:grid-cols-[1fr_auto]">
            <Field id={`choose-${name}`} label={label} hint={t('hint')}>
              <UnitInput
                id={`choose-${name}`}
                name={name}
                scope={scope}
                chosen={chosen}
                offered={offered}
                form={along}
                described={{ 'aria-describedby': `choose-${name}-hint` }}
                onChosen={() => send.current?.click()}
              />
            </Field>
            <Button ref={send} type="submit" {...sends} hidden={ready} className="mb-[1.125rem]">
              {t('find')}
            </Button>
          </div>
          {offered && <Offered name={name} offered={offered} sends={sends} />}
        </>
      )}
    </form>
  );
}

/** Return in a field sends the form below by the first of its buttons: without this one, by those that choose a place. */
const SendsItself = ({ form }: { form: string }) => (
  <button type="submit" form={form} tabIndex={-1} aria-hidden="true" className="sr-only" />
);

/** What `app/forms/other-place.ts` reads of words that are sent with the form below: they may mean another place. */
const AskedAbove = ({ form, ...says }: { form: string; $address: string; $page: string; $chosen: string }) =>
  Object.entries(says).map(([name, value]) => <input key={name} type="hidden" form={form} name={name} value={value} />);

type OfferedProps = { name: string; offered: NonNullable<UnitQuestion['offered']>; sends: UnitSends };

function Offered({ name, offered, sends }: OfferedProps) {
  const t = useTranslations('units.choice');
  const { words, options } = offered;
  return (
    <section role="status">
      <p className="mb-2">{t(options.length > 0 ? 'offered' : 'nothing', { words })}</p>
      <UnitTiles name={name} options={options} sends={sends} />
    </section>
  );
}
