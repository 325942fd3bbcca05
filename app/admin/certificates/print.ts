import 'server-only';
import { renderToBuffer } from '@react-pdf/renderer';
import { absolute } from '@/app/metadata';
import { CertificateDocument } from '@/components/certificates/certificate-document';
import type { PrintedCertificate } from '@/domain/certificates/certificate';
import { inAddress } from '@/domain/certificates/code';
import { hrefTo } from '@/i18n/routes';
import { download } from '../export-response';

/** Certificates as one PDF, with the portal's own address in each square. */
export async function certificatesAsPdf(certificates: readonly PrintedCertificate[], name: string): Promise<Response> {
  const document = CertificateDocument({
    certificates,
    addressOf: (code) => absolute(hrefTo('vi', 'certificate', { slug: inAddress(code) })),
    entry: absolute(hrefTo('vi', 'certificates')).replace(/^https?:\/\//, ''),
  });
  return download(new Uint8Array(await renderToBuffer(document)), 'application/pdf', `${name}.pdf`);
}
