import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panels/panel';
import { useSaid } from './said-words';

/** What this device follows, each with the way out. Its script fills it in; before, and without it, it says what is needed. */
export function FollowedList() {
  const t = useTranslations('subscriptions');
  const said = useSaid({
    follow: t('do.follow'),
    replace: t('do.replace'),
    none: t('device.none'),
    unread: t('device.unread'),
    vi: t('device.vi'),
    en: t('device.en'),
  });
  return (
    <Panel title={t('device.title')}>
      <div data-follow="list" data-words={said}>
        <p data-follow-plain>{t('device.noScript')}</p>
        <ul data-follow-rows />
        <template data-follow-row>
          <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-rule border-b py-2.5">
            <span data-follow-name className="min-w-0 grow basis-60 font-semibold" />
            <span className="flex flex-wrap gap-2.5">
              <Button compact data-follow-do="change">
                {t('do.change')}
              </Button>
              <Button compact icon="cross" data-follow-do="end">
                {t('do.end')}
              </Button>
            </span>
          </li>
        </template>
        <p data-follow-language className="mt-2 max-w-[34em]" />
        <p role="status" className="mt-2 max-w-[34em] font-semibold" />
        <Button icon="cross" className="mt-3" data-follow-all hidden>
          {t('do.endAll')}
        </Button>
      </div>
    </Panel>
  );
}
