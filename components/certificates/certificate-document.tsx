import { Document, Page, Path, StyleSheet, Svg, Text, View } from '@react-pdf/renderer';
import { PRINT_FAMILY } from '@/components/ui/print/print-font';
import { qrPath } from '@/components/ui/print/qr-path';
import type { PrintedCertificate } from '@/domain/certificates/certificate';
import { inGroups } from '@/domain/certificates/code';
import { formatDay, formatNumber } from '@/i18n/format';

const INK = '#2b1230';
const LOTUS = '#920c48';
const QUIET = '#553a52';

const looks = StyleSheet.create({
  page: { padding: 26, fontFamily: PRINT_FAMILY, color: INK, backgroundColor: '#fffdf7' },
  frame: { flex: 1, borderWidth: 2.5, borderColor: LOTUS, padding: 4 },
  inner: {
    flex: 1,
    borderWidth: 0.8,
    borderColor: LOTUS,
    paddingTop: 26,
    paddingBottom: 20,
    paddingHorizontal: 40,
    alignItems: 'center',
  },
  issuer: { fontSize: 13, fontWeight: 700, textTransform: 'uppercase', textAlign: 'center' },
  issuerEn: { fontSize: 10, color: QUIET, marginTop: 2 },
  title: { fontSize: 32, fontWeight: 700, color: LOTUS, marginTop: 16, letterSpacing: 1.2 },
  titleEn: { fontSize: 13, color: LOTUS, letterSpacing: 3, marginTop: 2 },
  words: { fontSize: 12, marginTop: 14 },
  wordsEn: { fontSize: 9.5, color: QUIET, fontStyle: 'italic', marginTop: 1 },
  name: { fontSize: 30, fontWeight: 700, marginTop: 8, textAlign: 'center' },
  longName: { fontSize: 21 },
  topic: { fontSize: 19, fontWeight: 700, marginTop: 8, textAlign: 'center' },
  longTopic: { fontSize: 15 },
  topicEn: { fontSize: 12, color: QUIET, marginTop: 2, textAlign: 'center' },
  when: { fontSize: 12, marginTop: 10 },
  foot: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    width: '100%',
    marginTop: 'auto',
  },
  check: { flexDirection: 'row', alignItems: 'center', gap: 12 },
  code: { fontSize: 13, fontWeight: 700, letterSpacing: 1 },
  small: { fontSize: 8.5, color: QUIET, marginTop: 3 },
  signed: { width: 230, alignItems: 'center' },
  signedLine: { fontSize: 10.5, textAlign: 'center' },
  signedSpace: { height: 62 },
  demo: {
    position: 'absolute',
    top: 40,
    right: 46,
    fontSize: 9,
    color: '#5a3a00',
    backgroundColor: '#fbedb9',
    padding: 4,
  },
});

/** So many letters stand in one line at full size; what is longer is set smaller, for one paper is one page. */
const NAME_FITS = 36;
const TOPIC_FITS = 58;

export type CertificateDocumentProps = {
  certificates: readonly PrintedCertificate[];
  /** the address of the public check page of a code, in Vietnamese */
  addressOf: (code: string) => string;
  /** where a code is typed in, as it is printed: without "https://" */
  entry: string;
};

/** Certificates on A4 across, one a page, in both languages: Vietnamese first, English below it. */
export function CertificateDocument({ certificates, addressOf, entry }: CertificateDocumentProps) {
  return (
    <Document title="Giấy chứng nhận" language="vi" author="Phụ nữ số Đồng Nai">
      {certificates.map((certificate) => (
        <Page key={certificate.code} size="A4" orientation="landscape" {...look('page')}>
          <View {...look('frame')}>
            <View {...look('inner')}>
              <Body certificate={certificate} />
              <Foot certificate={certificate} address={addressOf(certificate.code)} entry={entry} />
            </View>
          </View>
          {certificate.demo && <Text {...look('demo')}>Dữ liệu minh họa · Demonstration data</Text>}
        </Page>
      ))}
    </Document>
  );
}

function Body({ certificate }: { certificate: PrintedCertificate }) {
  const { issuerVi, issuerEn, holderName, topicVi, topicEn, hours, heldOn } = certificate;
  return (
    <>
      <Text {...look('issuer')}>{issuerVi}</Text>
      <Text {...look('issuerEn')}>{issuerEn}</Text>
      <Text {...look('title')}>GIẤY CHỨNG NHẬN</Text>
      <Text {...look('titleEn')}>CERTIFICATE</Text>
      <Text {...look('words')}>Chứng nhận chị</Text>
      <Text {...look('wordsEn')}>This is to certify that</Text>
      <Text {...look('name', holderName.length > NAME_FITS && 'longName')}>{holderName}</Text>
      <Text {...look('words')}>đã học xong</Text>
      <Text {...look('wordsEn')}>has completed</Text>
      <Text {...look('topic', topicVi.length > TOPIC_FITS && 'longTopic')}>{topicVi}</Text>
      <Text {...look('topicEn')}>{topicEn}</Text>
      <Text {...look('when')}>{`${formatNumber('vi', hours)} giờ, ngày ${formatDay('vi', heldOn)}`}</Text>
      <Text
        {...look('wordsEn')}
      >{`${formatNumber('en', hours)} ${hours === 1 ? 'hour' : 'hours'}, on ${formatDay('en', heldOn)}`}</Text>
    </>
  );
}

function Foot({ certificate, address, entry }: { certificate: PrintedCertificate; address: string; entry: string }) {
  const { size, path } = qrPath(address);
  return (
    <View {...look('foot')}>
      <View {...look('check')}>
        <Svg width={74} height={74} viewBox={`0 0 ${size} ${size}`}>
          <Path d={path} stroke={INK} strokeWidth={1} />
        </Svg>
        <View>
          <Text {...look('code')}>{inGroups(certificate.code)}</Text>
          <Text {...look('small')}>{`Tra mã tại · Check the code at`}</Text>
          <Text {...look('small')}>{entry}</Text>
        </View>
      </View>
      <View {...look('signed')}>
        <Text {...look('signedLine')}>{`Ngày ${formatDay('vi', certificate.issuedOn)}`}</Text>
        <Text {...look('signedLine')}>Đại diện Hội Liên hiệp Phụ nữ</Text>
        <Text {...look('small')}>For the Women’s Union</Text>
        <View {...look('signedSpace')} />
      </View>
    </View>
  );
}

/** The document's own looks; it is no page of the web. */
const look = (name: keyof typeof looks, smaller: keyof typeof looks | false = false) => ({
  style: smaller ? [looks[name], looks[smaller]] : looks[name],
});
