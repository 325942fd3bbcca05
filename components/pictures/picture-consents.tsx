import { useTranslations } from 'next-intl';
import { WithdrawForm } from '@/components/consents/consent-forms';
import { TakeUsesForm, UseAnswersList } from '@/components/consents/picture-uses';
import { Badge } from '@/components/ui/badge';
import type { FormAction } from '@/components/ui/forms/form-state';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';
import type { PictureWoman, PictureWomen } from '@/domain/consents/picture';
import { pictureUses } from '@/domain/pictures/library';

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
  const titleOf = useTranslations('pictures.ask');
  const nobody = women.women.length === 0 && women.others === 0;
  return (
    <Panel title={t('title')} id="women">
      {nobody && <p className="text-ink-2">{t('none')}</p>}
      <ul className="grid gap-4">
        {women.women.map((woman) => (
          <Woman key={woman.id} woman={woman} pictureId={pictureId} asking={search && { ...search, withdraw }} />
        ))}
      </ul>
      {women.others > 0 && <p className="mt-3 text-ink-2">{t('others', { count: women.others })}</p>}
      <AllowedUses pictureId={pictureId} allowed={women.allowed} />
      {asked && text && (
        <section className="mt-5 border-rule border-t pt-4">
          <h3>{titleOf('title', { name: asked.name })}</h3>
          <TakeUsesForm action={take} asked={{ personId: asked.id, pictureId }} text={text} />
        </section>
      )}
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

type WomanProps = {
  woman: PictureWoman;
  pictureId: string;
  asking: { action: string; withdraw: FormAction } | null;
};

function Woman({ woman: { id, name, uses }, pictureId, asking }: WomanProps) {
  const t = useTranslations('pictures.women');
  const given = pictureUses.some((use) => uses[use].state === 'given');
  return (
    <li>
      <Link href={`/admin/people/${id}/consents#picture-${pictureId}`} className="font-semibold">
        {name}
      </Link>
      <UseAnswersList uses={uses} />
      {asking && (
        <Link href={`${asking.action}?person=${id}#women`} className="inline-flex min-h-11 items-center">
          {t('askAgain')}
          <span className="sr-only"> {name}</span>
        </Link>
      )}
      {asking && given && (
        <WithdrawForm
          action={asking.withdraw}
          asked={{ personId: id, purpose: 'image', pictureId }}
          uses={uses}
          fold={{ summary: t('withdraw'), of: name }}
        />
      )}
    </li>
  );
}

type AllowedProps = { pictureId: string; allowed: PictureWomen['allowed'] };

/** What the picture may be used for at this moment; to be printed it is offered when it may be. */
function AllowedUses({ pictureId, allowed }: AllowedProps) {
  const t = useTranslations('pictures');
  return (
    <section className="mt-4">
      <h3>{t('allowed.title')}</h3>
      <ul className="mt-1 flex flex-wrap gap-2">
        {pictureUses.map((use) => (
          <li key={use}>
            <Badge tone={allowed[use] ? 'done' : 'plain'}>
              {t('women.answer', { use: t(`use.${use}`), answer: t(allowed[use] ? 'allowed.yes' : 'allowed.no') })}
            </Badge>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-ink-2 text-sm">{t('allowed.hint')}</p>
      {allowed.print && (
        <p>
          <a href={`/admin/pictures/${pictureId}/print`} download className="inline-flex min-h-11 items-center">
            {t('allowed.print')}
          </a>
        </p>
      )}
    </section>
  );
}
