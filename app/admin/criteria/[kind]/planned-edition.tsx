import { getLocale, getTranslations } from 'next-intl/server';
import { ArrangeForm } from '@/components/digital-models/criteria/arrange-form';
import { CriterionForm } from '@/components/digital-models/criteria/criterion-form';
import { EditionCriteria } from '@/components/digital-models/criteria/edition-criteria';
import { EditionForms } from '@/components/digital-models/criteria/edition-forms';
import { Panel } from '@/components/ui/panels/panel';
import { addDays, today } from '@/domain/days/day';
import type { Edition } from '@/domain/digital-models/criteria/criteria';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { arrangeCriteria, dropCriteria, moveCriteria, saveCriterion } from '../actions';

type PlannedEditionProps = {
  edition: Edition;
  sets: boolean;
  /** the criterion that is being reworded */
  editing: string;
};

/** The checklist to come, which can be changed until its first day by who sets them. */
export async function PlannedEdition({ edition, sets, editing }: PlannedEditionProps) {
  const [t, locale] = await Promise.all([getTranslations('digital-models.checklists'), getLocale() as Promise<Locale>]);
  const criterion = edition.criteria.find(({ id }) => id === editing);
  const lead = t('plannedLead', { day: formatDay(locale, edition.from) });
  if (!sets)
    return (
      <section id="planned">
        <h2>{t('planned')}</h2>
        <p className="mb-3 text-ink-2">{lead}</p>
        <EditionCriteria edition={edition} />
      </section>
    );
  return (
    <Panel id="planned" title={t('planned')} grid>
      <p className="mb-3">{lead}</p>
      <EditionCriteria
        edition={edition}
        work={(each) => <ArrangeForm action={arrangeCriteria} edition={edition} criterion={each} />}
      />
      <div id="edit" className="mt-7">
        <h3 className="mb-3">{t(criterion ? 'rewordTitle' : 'addTitle')}</h3>
        <CriterionForm
          action={saveCriterion}
          address={`/admin/criteria/${edition.kind}${editing && `?edit=${editing}`}#edit`}
          edition={edition}
          criterion={criterion}
        />
      </div>
      <div className="mt-8 border-rule border-t pt-5">
        <h3 className="mb-3">{t('whole')}</h3>
        <EditionForms move={moveCriteria} drop={dropCriteria} edition={edition} first={addDays(today(), 1)} />
      </div>
    </Panel>
  );
}
