import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import { PRINT_FAMILY } from '@/components/ui/print/print-font';
import { inGroups } from '@/domain/certificates/code';
import type { Passport } from '@/domain/certificates/passport';
import { qualificationState } from '@/domain/certificates/qualification';
import { formatDay } from '@/i18n/format';
import type { PassportLines } from './passport-lines';

const QUIET = '#553a52';
const LOTUS = '#920c48';

const looks = StyleSheet.create({
  page: {
    paddingTop: 44,
    paddingBottom: 52,
    paddingHorizontal: 48,
    fontFamily: PRINT_FAMILY,
    fontSize: 10,
    lineHeight: 1.45,
    color: '#2b1230',
  },
  title: { fontSize: 22, fontWeight: 700, color: LOTUS, lineHeight: 1.2 },
  titleEn: { fontSize: 11, color: LOTUS, marginBottom: 12 },
  name: { fontSize: 17, fontWeight: 700, lineHeight: 1.3 },
  quiet: { color: QUIET, fontSize: 9 },
  heading: {
    fontSize: 12.5,
    fontWeight: 700,
    marginTop: 16,
    paddingBottom: 3,
    borderBottomWidth: 1,
    borderBottomColor: LOTUS,
  },
  row: { flexDirection: 'row', gap: 12, paddingVertical: 4, borderBottomWidth: 0.5, borderBottomColor: '#d9c8ac' },
  wide: { flex: 1 },
  side: { flex: 1 },
  bold: { fontWeight: 700 },
  foot: { position: 'absolute', bottom: 26, left: 48, right: 48, fontSize: 8, color: QUIET, textAlign: 'center' },
});

type PassportDocumentProps = { passport: Passport; vi: PassportLines; en: PassportLines };

/** The mark of demonstration data, on the first page beside her name, and at the foot of each. */
const DEMO = 'Dữ liệu minh họa · Demonstration data';

/** A woman's skill passport on A4, Vietnamese first and English below it, to be kept and shown by herself; of her certificates those that hold. */
export function PassportDocument({ passport, vi, en }: PassportDocumentProps) {
  const { person, skills, sessions, qualifications, madeOn } = passport;
  const certificates = passport.certificates.filter(({ revokedOn }) => revokedOn === null);
  const running = qualifications.find((each) => qualificationState(each, madeOn) === 'running');
  return (
    <Document title={`${vi.title} – ${person.name}`} language="vi" author="Phụ nữ số Đồng Nai">
      <Page size="A4" {...look('page')}>
        <Text {...look('title')}>{vi.title}</Text>
        <Text {...look('titleEn')}>{en.title}</Text>
        <Text {...look('name')}>{person.name}</Text>
        <Text>{[person.birthYear && vi.born(person.birthYear), person.unitName].filter(Boolean).join(' · ')}</Text>
        {running && <Both vi={vi.recognised(running)} en={en.recognised(running)} />}
        {person.demo && <Text {...look('quiet')}>{DEMO}</Text>}
        <Heading vi={vi.skills} en={en.skills} />
        {skills.length === 0 && <Both vi={vi.noSkills} en={en.noSkills} />}
        {skills.map((skill) => (
          <Row
            key={skill.skillId}
            left={[skill.nameVi, skill.nameEn]}
            right={[`${vi.level(skill.level)} – ${vi.seen(skill)}`, `${en.level(skill.level)} – ${en.seen(skill)}`]}
          />
        ))}
        <Heading vi={`${vi.sessions}: ${vi.total}`} en={`${en.sessions}: ${en.total}`} />
        {sessions.length === 0 && <Both vi={vi.noSessions} en={en.noSessions} />}
        {sessions.map((session) => (
          <Row
            key={session.sessionId}
            left={[session.titleVi, session.titleEn]}
            right={[
              `${formatDay('vi', session.on)} · ${vi.hours(session.hours)} / ${en.hours(session.hours)}`,
              session.place,
            ]}
          />
        ))}
        <Heading vi={vi.certificates} en={en.certificates} />
        {certificates.length === 0 && <Both vi={vi.noCertificates} en={en.noCertificates} />}
        {certificates.map(({ id, topicVi, topicEn, code, heldOn, issuerVi }) => (
          <Row
            key={id}
            left={[topicVi, topicEn]}
            right={[`${inGroups(code)} · ${formatDay('vi', heldOn)}`, issuerVi]}
          />
        ))}
        <Text {...look('foot')} fixed>
          {[person.demo && DEMO, vi.madeOn, en.madeOn, 'Phụ nữ số Đồng Nai'].filter(Boolean).join(' · ')}
        </Text>
      </Page>
    </Document>
  );
}

const Both = ({ vi, en }: { vi: string; en: string }) => (
  <View>
    <Text>{vi}</Text>
    <Text {...look('quiet')}>{en}</Text>
  </View>
);

const Heading = ({ vi, en }: { vi: string; en: string }) => (
  <View {...look('heading')} minPresenceAhead={40}>
    <Text>{vi}</Text>
    <Text {...look('quiet')}>{en}</Text>
  </View>
);

const Row = ({ left, right }: { left: [string, string]; right: [string, string] }) => (
  <View {...look('row')} wrap={false}>
    <View {...look('wide')}>
      <Text {...look('bold')}>{left[0]}</Text>
      <Text {...look('quiet')}>{left[1]}</Text>
    </View>
    <View {...look('side')}>
      <Text>{right[0]}</Text>
      <Text {...look('quiet')}>{right[1]}</Text>
    </View>
  </View>
);

/** The document's own looks; it is no page of the web. */
const look = (name: keyof typeof looks) => ({ style: looks[name] });
