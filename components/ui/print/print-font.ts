import { join } from 'node:path';
import { Font } from '@react-pdf/renderer';

/** The typeface of documents on paper, embedded with all Vietnamese letters. */
export const PRINT_FAMILY = 'Be Vietnam Pro';

const fontFile = (name: string) =>
  join(process.cwd(), 'node_modules', '@expo-google-fonts', 'be-vietnam-pro', name, `BeVietnamPro_${name}.ttf`);

Font.register({
  family: PRINT_FAMILY,
  fonts: [
    { src: fontFile('400Regular'), fontWeight: 400 },
    { src: fontFile('400Regular_Italic'), fontWeight: 400, fontStyle: 'italic' },
    { src: fontFile('700Bold'), fontWeight: 700 },
  ],
});
// Vietnamese words are not parted at the end of a line
Font.registerHyphenationCallback((word) => [word]);
