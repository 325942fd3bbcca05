import { useTranslations } from 'next-intl';
import { ChannelField, WithdrawForm } from '@/components/consents/consent-forms';
import { Badge } from '@/components/ui/badge';
import { Checkbox, RadioGroup } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';
import type { PictureWoman, PictureWomen } from '@/domain/consents/picture';
import { today } from '@/domain/days/day';
import { askedUses } from '@/domain/pictures/library';

type Text = { id: string; body: string } | null;
type ConsentsProps = {
  pictureId: string;
  women: PictureWomen;
  text: Text;
  /** null for whoever asks no woman herself */
  search: { action: string; who: string } | null;
  found: { id: string; name: string; unit: string }[] | null;
  asked: { id: string; name: string } | null;
  take: FormAction;
  withdraw: FormAction;
};

/** Who can be recognised, what each of them agreed to, and asking one more. */
export function PictureConsents({ pictureId, women, text, search, found, asked, take, withdraw }: ConsentsProps) {
  const t = useTranslations('pictures.women');
  const nobody = women.women.length === 0 && women.others === 0;
  return (
    <Panel title={t('title')} id="women">
      {nobody && <p className="text-ink-2">{t('none')}</p>}
      <ul className="grid gap-4">
        {women.women.map((woman) => (
          <Woman key={woman.id} woman={woman} pictureId={pictureId} withdraw={search ? withdraw : null} />
        ))}
      </ul>
      {women.others > 0 && <p className="mt-3 text-ink-2">{t('others', { count: women.others })}</p>}
      {!nobody && <p className="mt-3 font-semibold">{t(women.agreed.portal ? 'agreed' : 'notAgreed')}</p>}
      {asked && text && <Ask pictureId={pictureId} asked={asked} text={text} take={take} />}
      {search && (
        <div className="mt-4">
          <FilterBar action={`${search.action}#women`} label={t('search')}>
            <FilterText name="who" label={t('who')} value={search.who} placeholder={t('whoHint')} />
          </FilterBar>
          {found?.length === 0 && <p>{t('notFound')}</p>}
          <ul className="grid gap-1">
            {found?.map(({ id, name, unit }) => (
              <li key={id}>
                <Link href={`${search.action}?person=${id}#women`}>{name}</Link>{' '}
                <span className="text-ink-2 text-sm">{unit}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}

type WomanProps = { woman: PictureWoman; pictureId: string; withdraw: FormAction | null };

function Woman({ woman: { id, name, uses }, pictureId, withdraw }: WomanProps) {
  const t = useTranslations('pictures');
  const given = askedUses.some((use) => uses[use] === 'given');
  return (
    <li>
      <Link href={`/admin/people/${id}/consents#picture-${pictureId}`} className="font-semibold">
        {name}
      </Link>
      <ul className="mt-1 flex flex-wrap gap-2">
        {askedUses.map((use) => (
          <li key={use}>
            <Badge tone={uses[use] === 'given' ? 'done' : uses[use] === 'not-asked' ? 'plain' : 'problem'}>
              {t('women.answer', { use: t(`use.${use}`), answer: t(`answer.${uses[use]}`) })}
            </Badge>
          </li>
        ))}
      </ul>
      {withdraw && given && (
        <WithdrawForm
          action={withdraw}
          asked={{ personId: id, purpose: 'image', pictureId }}
          fold={{ summary: t('women.withdraw'), of: name }}
        />
      )}
    </li>
  );
}

type AskProps = {
  pictureId: string;
  asked: { id: string; name: string };
  text: { id: string; body: string };
  take: FormAction;
};

/** Asks with the newest wording, for each use, and until when. */
function Ask({ pictureId, asked, text, take }: AskProps) {
  const t = useTranslations('pictures');
  return (
    <section className="mt-5 border-rule border-t pt-4">
      <h3>{t('ask.title', { name: asked.name })}</h3>
      <blockquote className="mt-1 mb-4 border-lotus border-l-4 pl-4 font-serif text-lg">“{text.body}”</blockquote>
      <Form action={take} concept="consents">
        <HiddenField name="personId" value={asked.id} />
        <HiddenField name="pictureId" value={pictureId} />
        <HiddenField name="purpose" value="image" />
        <HiddenField name="textId" value={text.id} />
        <fieldset className="mb-4">
          <legend className="font-semibold">{t('ask.uses')}</legend>
          {askedUses.map((use) => (
            <Checkbox key={use} name="uses[]" value={use} label={t(`use.${use}`)} defaultChecked />
          ))}
        </fieldset>
        <RadioGroup
          name="answer"
          label={t('ask.answer')}
          options={(['given', 'refused'] as const).map((value) => ({ value, label: t(`ask.${value}`) }))}
        />
        <DateField name="lastDay" label={t('ask.lastDay')} hint={t('ask.lastDayHint')} min={today()} optional />
        <ChannelField label={t('ask.channel')} />
        <DateField name="day" label={t('ask.day')} defaultValue={today()} max={today()} />
        <SubmitButton>{t('ask.save')}</SubmitButton>
      </Form>
    </section>
  );
}
