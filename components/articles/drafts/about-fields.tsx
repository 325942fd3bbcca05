import { useTranslations } from 'next-intl';
import { CheckboxGroup } from '@/components/ui/forms/choice-fields';
import { TextField } from '@/components/ui/forms/form';
import type { Option } from '@/components/ui/forms/plain-fields';

export type AboutChoices = { communes: readonly Option[]; skills: readonly Option[] };

type AboutProps = AboutChoices & {
  communeIds: readonly string[];
  topics: readonly string[];
  sourceName: string;
  sourceUrl: string;
  note?: string | undefined;
};

/** The places of a piece, its topics, and the source of its facts. */
export function AboutFields({ communes, skills, communeIds, topics, sourceName, sourceUrl, note }: AboutProps) {
  const t = useTranslations('articles.form');
  const chosen = communes.filter(({ value }) => communeIds.includes(value)).map(({ label }) => label);
  return (
    <section className="mt-8 border-ink border-t-2 pt-3">
      <h2 className="mb-1">{t('about')}</h2>
      <p className="mb-4 text-ink-2 text-sm">{note}</p>
      <div className="grid gap-x-10 2xl:grid-cols-2">
        <div>
          <details className="mb-4 rounded-control border-2 border-ink-line bg-card" open={chosen.length === 0}>
            <summary className="min-h-[46px] px-3.5 py-2.5">
              <span className="font-semibold">{t('communes')}:</span>{' '}
              {chosen.length > 0 ? chosen.join(', ') : t('communesNone')}
            </summary>
            <div className="max-h-80 overflow-y-auto px-3.5 pb-2">
              <CheckboxGroup
                name="communeIds[]"
                label={t('communes')}
                hint={t('communesHint')}
                options={communes}
                defaultValues={communeIds}
                optional
              />
            </div>
          </details>
          <TextField
            name="sourceName"
            label={t('source')}
            hint={t('sourceHint')}
            defaultValue={sourceName}
            maxLength={200}
            optional
          />
          <TextField
            name="sourceUrl"
            label={t('sourceUrl')}
            defaultValue={sourceUrl}
            type="url"
            inputMode="url"
            placeholder="https://"
            optional
          />
        </div>
        <CheckboxGroup name="topics[]" label={t('topics')} options={skills} defaultValues={topics} optional />
      </div>
    </section>
  );
}
