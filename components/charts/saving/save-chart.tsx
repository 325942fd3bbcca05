'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useScripted } from '@/components/ui/forms/use-scripted';
import { drawingOf, drawingsIn } from './drawing-of';
import { savedLetters } from './saved-letters';
import { type SavedWords, savedSvg } from './saved-svg';

type SaveChartProps = {
  /** the id of what holds the drawing */
  of: string;
  /** the file's name without its ending */
  file: string;
  saved: SavedWords;
  words: { svg: string; png: string; failed: string };
};

/** Sharp on paper and on a wall. */
const PNG_SCALE = 2;

/** Takes a chart along as it is seen, as SVG or PNG. Drawn by her own browser: the portal draws nothing twice, and waits for nothing. */
export function SaveChart({ of, file, saved, words }: SaveChartProps) {
  const scripted = useScripted();
  const [failed, setFailed] = useState(false);
  if (!scripted) return null;
  const save = (write: (picture: ReturnType<typeof savedSvg>) => Promise<Blob>, ending: string) => async () => {
    try {
      download(await write(pictureOf(of, saved, await savedLetters())), `${file}.${ending}`);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <p className="no-print mt-3 flex flex-wrap items-center gap-2 max-sm:[&>.button]:px-2.5">
      <Button compact icon="download" onClick={save(asSvg, 'svg')}>
        {words.svg}
      </Button>
      <Button compact icon="download" onClick={save(asPng, 'png')}>
        {words.png}
      </Button>
      <span role="status">{failed ? words.failed : ''}</span>
    </p>
  );
}

function pictureOf(id: string, words: SavedWords, letters: string) {
  const place = document.getElementById(id);
  const drawings = place ? drawingsIn(place) : [];
  if (drawings.length === 0) throw new Error('There is no drawing to save.');
  const captions = drawings.map(
    (svg) => svg.closest('figure')?.querySelector('figcaption > b')?.textContent ?? undefined,
  );
  return savedSvg(
    drawings.map((svg, at) => drawingOf(svg, captions[at])),
    words,
    letters,
  );
}

const asSvg = async ({ markup }: ReturnType<typeof savedSvg>) => new Blob([markup], { type: 'image/svg+xml' });

async function asPng({ markup, width, height }: ReturnType<typeof savedSvg>): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * PNG_SCALE;
    canvas.height = height * PNG_SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('empty')))));
  } finally {
    URL.revokeObjectURL(address);
  }
}

function download(blob: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
