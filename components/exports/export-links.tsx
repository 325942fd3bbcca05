import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { sheetFormats } from '@/domain/exports/export';

/**
 * The list that shows, to take away as a file. `address` is the list's own, with what it is narrowed to:
 * "/admin/pairs?state=live". Plain links, so that nothing fetches them ahead.
 */
export function ExportLinks({ address }: { address: string }) {
  const t = useTranslations('exports');
  const [path = '', query = ''] = address.split('?');
  return (
    <div className="no-print mt-6 flex flex-wrap gap-2.5">
      {sheetFormats.map((format) => (
        <a
          key={format}
          href={`${path}/export?${new URLSearchParams([['format', format], ...new URLSearchParams(query)])}`}
          className={buttonClass({ compact: true })}
          download
        >
          <Icon name="download" />
          {t(format)}
        </a>
      ))}
    </div>
  );
}
