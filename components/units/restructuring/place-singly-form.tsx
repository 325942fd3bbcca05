import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { type Option, PlainSelectField, PlainTextField } from '@/components/ui/forms/plain-fields';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { type Placeables, placeableKinds } from '@/domain/units/restructuring/preview';

type PlaceSinglyProps = {
  action: FormAction;
  planId: string;
  placeable: Placeables;
  /** where each goes as things stand */
  places: Record<string, string>;
  targets: readonly Option[];
  q: string | undefined;
  /** the page itself, for the search among people */
  address: string;
  next: string | null;
};

/** Each person, sub-unit, model and pair with the unit it goes to; what is not touched follows the rule. */
export function PlaceSinglyForm({ action, planId, placeable, places, targets, q, address, next }: PlaceSinglyProps) {
  const t = useTranslations('units.preview');
  return (
    <>
      {(placeable.people.length > 0 || q) && (
        <form
          action={`${address}#singly`}
          method="get"
          className="mb-5 flex max-w-2xl flex-wrap items-end gap-2.5 [&>.field]:mb-0 [&>.field]:flex-1"
        >
          <input type="hidden" name="plan" value={planId} />
          <PlainTextField id="singly-q" name="q" type="search" label={t('search')} defaultValue={q ?? ''} />
          <Button type="submit" compact icon="search">
            {t('search')}
          </Button>
        </form>
      )}
      <Form action={action} concept="units">
        <HiddenField name="planId" value={planId} />
        {placeableKinds
          .filter((kind) => placeable[kind].length > 0)
          .map((kind) => (
            <fieldset key={kind} className="mb-6">
              <legend className="mb-2 font-bold font-serif text-h3">{t(`singlyKeys.${kind}`)}</legend>
              <div className="grid gap-x-6 md:grid-cols-2 2xl:grid-cols-3">
                {placeable[kind].map(({ id, name }) => (
                  <PlainSelectField
                    key={id}
                    id={`place-${id}`}
                    name="placements[]"
                    label={t('goesTo', { name })}
                    options={targets.map(({ value, label }) => ({ value: `${id} ${value}`, label }))}
                    defaultValue={`${id} ${places[id] ?? targets[0]?.value}`}
                  />
                ))}
              </div>
            </fieldset>
          ))}
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="secondary">{t('singlySave')}</SubmitButton>
          {next && (
            <ButtonLink href={next} rel="next">
              {t('more')}
            </ButtonLink>
          )}
        </div>
      </Form>
    </>
  );
}
