import { useLocale, useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { ButtonLink } from '@/components/ui/button';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { Day } from '@/domain/days/day';
import type { Handover, HandoverItem } from '@/domain/merging/handovers/handover';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { CoverageLost } from './coverage-lost';
import { useItemWords } from './handover-item-words';
import { SuccessorSelect } from './successor-select';

export type Successor = { id: string; label: string };

type HandoverFormProps = {
  action: FormAction;
  handover: Handover;
  members: Successor[];
  trainers: Successor[];
  today: Day;
  back: string;
};

/** Everything that hangs on her, each thing with whom it goes to; one person for all, or each to another. */
export function HandoverForm({ action, handover, members, trainers, today, back }: HandoverFormProps) {
  const t = useTranslations('merging.handover');
  const items = handover.items.filter(({ ways }) => ways.length > 0);
  return (
    <Form action={action} concept="merging">
      <HiddenField name="personId" value={handover.person.id} />
      <div className="grid gap-x-6 sm:grid-cols-2">
        <DateField name="day" label={t('day')} hint={t('dayHint')} defaultValue={today} />
        <SelectField
          name="allTo"
          label={t('allTo')}
          hint={t('allToHint')}
          options={asOptions(members)}
          empty={t('choose')}
          optional
        />
      </div>
      <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={300} />
      <h2 className="mt-8 mb-1">{t('items')}</h2>
      <ul className="grid gap-x-6 pt-2 sm:grid-cols-2">
        {items.map((item) => (
          <li key={item.key} className="border-rule border-t pt-4">
            <ItemSelect item={item} successors={item.kind === 'session' ? trainers : members} />
          </li>
        ))}
      </ul>
      <Words of={['merging.handover.lost']}>
        <CoverageLost />
      </Words>
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('send')}</SubmitButton>
        <ButtonLink as={Link} href={back}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}

const asOptions = (successors: Successor[], key = '') =>
  successors.map(({ id, label }) => ({ value: `${key}${id}`, label }));

/** One thing that hangs on her, and whom it goes to. */
function ItemSelect({ item, successors }: { item: HandoverItem; successors: Successor[] }) {
  const t = useTranslations('merging.handover');
  const locale = useLocale() as Locale;
  const wordsOf = useItemWords();
  const { key, kind, ways, place, since } = item;
  const people = {
    label: t(kind === 'session' ? 'trainers' : 'members'),
    options: asOptions(successors, `${key}=`),
  };
  return (
    <SuccessorSelect
      item={key}
      label={wordsOf(item)}
      hint={t(kind === 'session' ? 'on' : 'where', { place, day: formatDay(locale, since) })}
      first={`${key}=${ways.includes('takeOver') ? '' : ways[0]}`}
      options={[...fixed(item, t), ...(ways.includes('takeOver') ? [people] : [])]}
    />
  );
}

/** What can be done with it without naming anybody. */
function fixed({ key, kind, ways }: HandoverItem, t: ReturnType<typeof useTranslations<'merging.handover'>>) {
  return [
    ...(ways.includes('takeOver') ? [{ value: `${key}=`, label: t('asAll') }] : []),
    ...(ways.includes('end') ? [{ value: `${key}=end`, label: t(kind === 'session' ? 'removed' : 'end') }] : []),
    ...(ways.includes('keep') ? [{ value: `${key}=keep`, label: t('keep') }] : []),
  ];
}
