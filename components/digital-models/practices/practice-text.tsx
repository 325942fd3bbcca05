import { useTranslations } from 'next-intl';
import type { Practice } from '@/domain/digital-models/practices/practice';

/** How a club is run, what it plans and what it teaches. */
export function PracticeText({ practice: { charter, plan, lessons } }: { practice: Practice }) {
  const t = useTranslations('digital-models.practice');
  return (
    <div className="max-w-[44em]">
      {charter && (
        <section className="mb-7">
          <h2 className="mb-2">{t('charter')}</h2>
          <p className="whitespace-pre-line">{charter}</p>
        </section>
      )}
      {plan && (
        <section className="mb-7">
          <h2 className="mb-2">{t('plan')}</h2>
          <p className="whitespace-pre-line">{plan}</p>
        </section>
      )}
      {lessons.length > 0 && (
        <section className="mb-7">
          <h2 className="mb-2">{t('lessons')}</h2>
          <ol className="list-decimal pl-6">
            {lessons.map((lesson) => (
              <li key={lesson} className="py-0.5">
                {lesson}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
