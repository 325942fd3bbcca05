import { renderToBuffer } from '@react-pdf/renderer';
import { expect, test } from 'vitest';
import { qrPath } from '@/components/ui/print/qr-path';
import { pagesOf, textOf } from '@/components/ui/print/test-pdf';
import type { PrintedCertificate } from '@/domain/certificates/certificate';
import { CertificateDocument } from './certificate-document';

const certificate: PrintedCertificate = {
  code: 'B4CDF6GHJ8KLM',
  topicVi: 'Dịch vụ công trực tuyến',
  topicEn: 'Online public services',
  hours: 1.5,
  heldOn: '2026-11-24',
  issuedOn: '2026-11-26',
  issuerVi: 'Hội Liên hiệp Phụ nữ phường Long Hưng',
  issuerEn: 'Women’s Union of Long Hưng Ward',
  holderName: 'Nguyễn Thị Thùy Dương',
  demo: false,
};
const addressOf = (code: string) => `https://phunuso.vn/chung-nhan/${code.toLowerCase()}`;
const print = (certificates: PrintedCertificate[]) =>
  renderToBuffer(CertificateDocument({ certificates, addressOf, entry: 'phunuso.vn/chung-nhan' }));

test('the paper says name, topic, hours, the day of Viet Nam, issuer and code, in both languages', async () => {
  const text = textOf(await print([certificate]));
  for (const said of [
    'GIẤY CHỨNG NHẬN',
    'CERTIFICATE',
    'Nguyễn Thị Thùy Dương',
    'Dịch vụ công trực tuyến',
    'Online public services',
    '1,5 ',
    'giờ, ngày 24/11/2026',
    '1.5 ',
    'hours, on 24/11/2026',
    'HỘI LIÊN HIỆP PHỤ NỮ PHƯỜNG LONG HƯNG',
    'Women’s Union of Long Hưng Ward',
    'B4CD-F6GH-J8KL-M',
    'phunuso.vn/chung-nhan',
  ])
    expect(text, said).toContain(said);
  expect(text.join()).not.toContain('Dữ liệu minh họa');
});

test('a whole class comes out as one file, a page for each, demonstration data marked on it', async () => {
  const pdf = await print(
    Array.from({ length: 8 }, (_, at) => ({ ...certificate, code: `${certificate.code}${at}`, demo: true })),
  );
  expect(pagesOf(pdf)).toBe(8);
  expect(textOf(pdf)).toContain('Dữ liệu minh họa · Demonstration data');
});

test('a paper is one page, however long the name and the course are', async () => {
  const holderName = 'Công Tằng Tôn Nữ Hoàng Thị Phương '.repeat(3).slice(0, 80);
  const topicVi = 'Thanh toán không dùng tiền mặt và nhận diện lừa đảo '.repeat(3).slice(0, 120);
  const topicEn = 'Cashless payment and recognising scams on networks '.repeat(3).slice(0, 120);
  const pdf = await print([{ ...certificate, holderName, topicVi, topicEn, demo: true }]);
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('the square is the address and nothing but dark modules in their rows', () => {
  const { size, path } = qrPath(addressOf(certificate.code));
  expect(size).toBeLessThanOrEqual(37);
  expect(path).toMatch(/^M\d+ 0\.5h\d+(m-?\d+ \d+h\d+)*$/);
  expect(path.startsWith('M0 0.5h7m')).toBe(true); // a corner's upper side
});
