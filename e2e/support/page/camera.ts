import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'uqr';
import { temporaryFolder } from '../processes/temporary';

/** Pixels of the picture, and of one module of the code in it. */
const SIDE = 480;
const MODULE = 8;
const [WHITE, BLACK, GREY] = [235, 16, 128];

/** Arguments that start Chromium with a camera that sees this code, on white: a film of two frames (YUV4MPEG2). */
export function cameraThatSees(text: string): string[] {
  const { data, size } = encode(text, { border: 4 });
  const margin = Math.floor((SIDE - size * MODULE) / 2);
  const light = Buffer.alloc(SIDE * SIDE, WHITE);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const isDark = data[Math.floor((y - margin) / MODULE)]?.[Math.floor((x - margin) / MODULE)];
      if (isDark) light[y * SIDE + x] = BLACK;
    }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((SIDE * SIDE) / 2, GREY)]);
  const head = Buffer.from(`YUV4MPEG2 W${SIDE} H${SIDE} F10:1 Ip A1:1 C420jpeg\n`);
  const film = join(temporaryFolder('camera'), 'ticket.y4m');
  writeFileSync(film, Buffer.concat([head, frame, frame]));
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
}
