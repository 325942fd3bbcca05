import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Words } from '@/components/layout/words';
import { Checkbox, CheckboxGroup } from '@/components/ui/forms/choice-fields';
import { TextField } from '@/components/ui/forms/form';
import type { Option } from '@/components/ui/forms/plain-fields';
import { CommunesField } from '../editor/communes-field';
import { SceneField } from './scene-field';
import { SubjectFields } from './subject-fields';

export type AboutChoices = { communes: readonly Option[]; skills: readonly Option[] };

type AboutProps = AboutChoices & {
  communeIds: readonly string[];
  wholeCity?: boolean;
  topics: readonly string[];
  sourceName: string;
  sourceUrl: string;
  /** what its drawing shows; undefined in the form of a new piece */
  scene?: ComponentProps<typeof SceneField>;
  /** of a story: of which unit and model it tells */
  subjects?: ComponentProps<typeof SubjectFields> | null;
  note?: string | undefined;
};

/** The places of a piece, its topics, the source of its facts, and of a story its unit and its model. */
export function AboutFields({ communes, skills, communeIds, topics, sourceName, sourceUrl, note, ...of }: AboutProps) {
  const t = useTranslations('articles.form');
  return (
    <section id="about" className="mt-8 border-ink border-t-2 pt-3">
      <h2 className="mb-1">{t('about')}</h2>
      <p className="mb-4 text-ink-2 text-sm">{note}</p>
      <div className="grid gap-x-10 2xl:grid-cols-2">
        <div>
          <PlaceFields communes={communes} communeIds={communeIds} wholeCity={of.wholeCity ?? false} />
          {of.subjects && <SubjectFields {...of.subjects} />}
          {of.scene && <SceneField {...of.scene} />}
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

type PlaceProps = Pick<AboutProps, 'communes' | 'communeIds'> & { wholeCity: boolean };

/** Where it is of: communes, or the whole city. */
function PlaceFields({ communes, communeIds, wholeCity }: PlaceProps) {
  const t = useTranslations('articles.form');
  return (
    <>
      <Words of={['articles.communes']}>
        <CommunesField label={t('communes')} hint={t('communesHint')} communes={communes} communeIds={communeIds} />
      </Words>
      <Checkbox name="wholeCity" label={t('wholeCity')} hint={t('wholeCityHint')} defaultChecked={wholeCity} />
    </>
  );
}
