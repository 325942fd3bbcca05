import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { LanguageSound } from '@/components/articles/sounds/sound-forms';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { listSounds } from '@/domain/articles/sounds/sound-queries';
import { articlesPath, soundsBelow } from '../../asked';
import { loadArticle, titleOf } from '../load';
import { addSound, removeSound } from './actions';

type Props = PageProps<'/admin/articles/[articleId]/sounds'>;

const SAID = ['added', 'removed'] as const;

/** Who may not write finds no such page. */
async function load(articleId: string) {
  const { viewer, article } = await loadArticle(articleId);
  return article.editable ? { viewer, article } : notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await load((await params).articleId);
  return { title: (await getTranslations('sounds'))('titleOf', { title: titleOf(article.texts) }) };
}

/** Somebody reads an article: a recording for each of its languages. */
export default async function SoundsPage({ params, searchParams }: Props) {
  const [{ articleId }, query] = await Promise.all([params, searchParams]);
  const { viewer, article } = await load(articleId);
  const [t, a, sounds] = await Promise.all([
    getTranslations('sounds'),
    getTranslations('articles.admin'),
    listSounds(viewer, articleId),
  ]);
  const said = SAID.find((each) => each === oneOf(query.said));
  const fixed = article.scheduled ? 'scheduled' : article.editionState === 'approved' ? 'approved' : undefined;
  const crumbs = [
    { label: a('title'), href: articlesPath },
    { label: titleOf(article.texts), href: `${articlesPath}/${articleId}` },
  ];
  return (
    <LivePage>
      {said && <Notice title={t(`said.${said}`)} />}
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={crumbs} />}
        title={t('title')}
        lead={t(fixed ? `fixed.${fixed}` : 'lead')}
      />
      <div className="grid max-w-[46rem] gap-6">
        {(['vi', 'en'] as const)
          .filter((locale) => article.texts.some((text) => text.locale === locale))
          .map((locale) => (
            <LanguageSound
              key={locale}
              language={locale}
              sound={sounds.find((sound) => sound.locale === locale) ?? null}
              edition={{ articleId, version: article.version }}
              below={soundsBelow(articleId)}
              add={addSound}
              remove={removeSound}
              fixed={fixed !== undefined}
            />
          ))}
      </div>
    </LivePage>
  );
}
