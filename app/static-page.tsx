import type { Metadata } from 'next';
import { getMessages, getTranslations } from 'next-intl/server';
import { Sections } from '@/components/ui/panels/sections';
import type { Locale } from '@/i18n/locales';
import { pageMetadata } from './metadata';
import { Shell } from './shell';

/** Pages that are words only: title, lead and headed sections, all of them in the file of words of that name. */
export type StaticPageName = 'about' | 'privacy' | 'accessibility';

export async function staticMetadata(locale: Locale, name: StaticPageName): Promise<Metadata> {
  const t = await getTranslations(name);
  return pageMetadata({ locale, route: name, title: t('title'), description: t('lead') });
}

type PageProps = {
  locale: Locale;
  name: StaticPageName;
  /** paragraphs of a section that say what holds today, by section and key */
  told?: Record<string, Record<string, string>>;
};

export async function StaticPage({ locale, name, told = {} }: PageProps) {
  const words = (await getMessages())[name] as unknown as {
    title: string;
    lead: string;
    sections: Record<string, Record<string, string>>;
  };
  const sections = Object.entries(words.sections).map(([key, section]) => [key, { ...section, ...told[key] }]);
  return (
    <Shell locale={locale} route={name}>
      <div className="wrap section">
        <h1 className="mb-4">{words.title}</h1>
        <p className="mb-8 max-w-[34em] font-serif text-read">{words.lead}</p>
        <Sections sections={Object.fromEntries(sections)} />
      </div>
    </Shell>
  );
}
