import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import {
  FindSubjectPerson,
  NamingForm,
  RemoveSubjectPerson,
} from '@/components/articles/subject-person/subject-person-forms';
import { SubjectPersonNow } from '@/components/articles/subject-person/subject-person-panel';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { refusalOfChange } from '@/domain/articles/subject-person/subject-person';
import { findSubjectPerson, listAgreeing } from '@/domain/articles/subject-person/subject-person-queries';
import { seekPeople } from '../../../people/sought';
import { articlesPath, subjectPersonPath } from '../../asked';
import { loadArticle, titleOf } from '../load';
import { chooseSubjectPerson, removeSubjectPerson, sayNaming } from './actions';

type Props = PageProps<'/admin/articles/[articleId]/subject-person'>;

const SAID = ['chosen', 'ended', 'removed', 'naming'] as const;

/** A story tells of a woman; who may not write it finds no such page. */
async function load(articleId: string) {
  const { viewer, article } = await loadArticle(articleId);
  return article.editable && article.kind === 'story' ? { viewer, article } : notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await load((await params).articleId);
  return { title: (await getTranslations('articles.subjectPerson'))('titleOf', { title: titleOf(article.texts) }) };
}

/** Of whom a story tells, whether its newest text names her, and whoever sees people chooses her by name or phone. */
export default async function SubjectPersonPage({ params, searchParams }: Props) {
  const [{ articleId }, query] = await Promise.all([params, searchParams]);
  const { viewer, article } = await load(articleId);
  const mayFind = mayAnywhere(viewer, 'people.see');
  const [t, a, subject, sought] = await Promise.all([
    getTranslations('articles.subjectPerson'),
    getTranslations('articles.admin'),
    findSubjectPerson(viewer, articleId),
    mayFind ? seek(viewer, oneOf(query.q)?.slice(0, 100)) : null,
  ]);
  if (!subject) notFound();
  const said = SAID.find((each) => each === oneOf(query.said));
  const crumbs = [
    { label: a('title'), href: articlesPath },
    { label: titleOf(article.texts), href: `${articlesPath}/${articleId}` },
  ];
  const { of } = subject;
  const mayChange = refusalOfChange(article, subject) === null;
  return (
    <LivePage>
      {said && <Notice title={t(`said.${said}`)} />}
      <PageHead above={<Breadcrumbs as={Link} crumbs={crumbs} />} title={t('title')} lead={t('lead')} />
      <div className="max-w-xl">
        <SubjectPersonNow subject={subject} />
        {!mayFind && !of && <p className="mt-2 text-ink-2">{t('byOthers')}</p>}
      </div>
      {of && of.kind !== 'erased' && <NamingForm article={article} subject={subject} action={sayNaming} />}
      {sought && mayChange && (
        <FindSubjectPerson
          article={article}
          subject={subject}
          sought={sought}
          here={subjectPersonPath(articleId)}
          choose={chooseSubjectPerson}
        />
      )}
      {of && mayChange && <RemoveSubjectPerson article={article} subject={subject} action={removeSubjectPerson} />}
    </LivePage>
  );
}

async function seek(viewer: Viewer, q: string | undefined) {
  const sought = await seekPeople(viewer, q);
  const agreeing = await listAgreeing(
    viewer,
    sought.people.map(({ id }) => id),
  );
  return { ...sought, agreeing };
}
