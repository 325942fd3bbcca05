import { useTranslations } from 'next-intl';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon } from '@/components/ui/icon';
import type { CourseMaterial } from '@/domain/courses/course';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The name of a material as a link, and what stands behind it. */
export function MaterialLink({ locale, material, href }: { locale: Locale; material: CourseMaterial; href: string }) {
  const t = useTranslations('courses.materials');
  const { title, url, mime, bytes } = material;
  const kind = url ? t('link') : t(mime === 'application/pdf' ? 'pdf' : 'picture');
  const size = bytes ? t('size', { size: formatNumber(locale, Math.max(1, Math.round(bytes / 1000))) }) : null;
  return (
    <>
      <a
        href={href}
        lang={material.locale}
        className="inline-flex min-h-11 items-center gap-1.5 font-semibold"
        {...(url ? { rel: 'noopener noreferrer', target: '_blank' } : {})}
      >
        <Icon name={url ? 'link' : 'download'} size={20} />
        {title}
      </a>{' '}
      {material.demo && <DemoMark />}{' '}
      <span className="block text-ink-2 text-sm">
        {[kind, size, t(`language.${material.locale}`)].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
