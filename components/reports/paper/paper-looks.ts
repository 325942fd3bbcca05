import { StyleSheet } from '@react-pdf/renderer';
import { PRINT_FAMILY } from '@/components/ui/print/print-font';

const RULE = '#4a4453';
/** Edges as the decree has them: 20 mm above and below, 30 mm left for the binding, 15 mm right. */
const MILLIMETRE = 72 / 25.4;
const line = 1.4;

/**
 * How a report looks as a PDF. A height of lines is a multiple of the size that stands beside it; one for the whole page would leave out
 * what stands at its foot.
 */
export const looks = StyleSheet.create({
  page: {
    paddingTop: 20 * MILLIMETRE,
    paddingBottom: 22 * MILLIMETRE,
    paddingLeft: 30 * MILLIMETRE,
    paddingRight: 15 * MILLIMETRE,
    fontFamily: PRINT_FAMILY,
    fontSize: 10.5,
  },
  demo: { borderWidth: 1, borderColor: RULE, paddingVertical: 5, marginBottom: 12, marginHorizontal: 1 },
  head: { flexDirection: 'row', justifyContent: 'space-between', marginBottom: 16 },
  left: { width: '44%', textAlign: 'center', alignItems: 'center' },
  right: { width: '56%', textAlign: 'center', alignItems: 'center' },
  /** the short line beneath a body and the motto */
  rule: { borderBottomWidth: 0.8, width: 60, marginTop: 3, marginBottom: 4 },
  longRule: { borderBottomWidth: 0.8, width: 130, marginTop: 3, marginBottom: 4 },
  head10: { fontSize: 10, lineHeight: line },
  strong: { fontSize: 10.5, fontWeight: 700, lineHeight: line },
  strong10: { fontSize: 10, fontWeight: 700, lineHeight: line },
  slanted: { fontSize: 10.5, fontStyle: 'italic', lineHeight: line },
  centre: { textAlign: 'center', fontWeight: 700 },
  title: { fontSize: 14, fontWeight: 700, textAlign: 'center', lineHeight: line },
  about: { alignItems: 'center', marginBottom: 8 },
  aboutWords: { fontSize: 11.5, fontWeight: 700, textAlign: 'center', lineHeight: line },
  heading: { fontSize: 11.5, fontWeight: 700, marginTop: 12, marginBottom: 4, lineHeight: line },
  paragraph: { fontSize: 10.5, marginBottom: 4, textAlign: 'justify', lineHeight: 1.45 },
  closing: { fontSize: 10.5, marginTop: 10, textAlign: 'justify', lineHeight: 1.45 },
  table: { marginTop: 2, marginHorizontal: 1 },
  row: { flexDirection: 'row' },
  firstRow: { flexDirection: 'row', borderTopWidth: 0.6, borderColor: RULE },
  firstCell: { borderLeftWidth: 0.6 },
  cell: {
    borderRightWidth: 0.6,
    borderBottomWidth: 0.6,
    borderColor: RULE,
    paddingHorizontal: 3,
    paddingTop: 2,
    paddingBottom: 3,
    justifyContent: 'center',
  },
  words: { lineHeight: 1.25 },
  recipient: { fontSize: 9, lineHeight: line },
  foot: { flexDirection: 'row', justifyContent: 'space-between', marginTop: 22 },
  recipients: { width: '45%', fontSize: 9 },
  signature: { width: '50%', textAlign: 'center' },
  name: { fontSize: 10.5, fontWeight: 700, marginTop: 52, lineHeight: line },
  source: { marginTop: 18, fontSize: 8, color: RULE, lineHeight: line },
  pages: { position: 'absolute', bottom: 24, left: 0, right: 0, fontSize: 8, color: RULE, textAlign: 'center' },
});
