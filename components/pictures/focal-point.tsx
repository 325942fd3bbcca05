'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { LibraryRecord } from '@/domain/pictures/library';
import { placeOf } from './focal-place';

type Point = LibraryRecord['focal'];
type FocalProps = { picture: LibraryRecord; children: ReactNode };

const FIELDS = { x: 'focalX', y: 'focalY' } as const;
const AXES = ['x', 'y'] as const;
const within = (value: number) => Math.min(100, Math.max(0, Math.round(value)));

/** The point that is never cut off, chosen in the picture itself or by two bars; its two fields of numbers are what is sent. */
export function FocalPoint({ picture, children }: FocalProps) {
  const t = useTranslations('pictures.focal');
  const fields = useRef<HTMLDivElement>(null);
  const [point, setPoint] = useState<Point>(picture.focal);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);

  const fieldOf = (axis: 'x' | 'y') => fields.current?.querySelector<HTMLInputElement>(`[name="${FIELDS[axis]}"]`);
  const choose = (next: Point) => {
    setPoint(next);
    for (const axis of AXES) {
      const field = fieldOf(axis);
      if (!field) continue;
      field.value = String(next[axis]);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  const onTyped = () => {
    const typed = (axis: 'x' | 'y') => within(Number(fieldOf(axis)?.value) || 0);
    setPoint({ x: typed('x'), y: typed('y') });
  };
  return (
    <>
      {ready && picture.state !== 'withdrawn' && (
        <>
          <p className="mt-2 text-ink-2">{t('focalTap')}</p>
          <Chooser picture={picture} point={point} onChoose={choose} />
          <Bars point={point} onChoose={choose} />
          <Crops picture={picture} point={point} />
        </>
      )}
      <div ref={fields} className="mt-3 grid gap-x-4 sm:grid-cols-2" onInput={onTyped}>
        {children}
      </div>
    </>
  );
}

type ChosenProps = { point: Point; onChoose: (point: Point) => void };

/** For a pointer alone: keys have the bars and the fields. */
function Chooser({ picture, point, onChoose }: ChosenProps & Pick<FocalProps, 'picture'>) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    mark.current?.style.setProperty('left', `${point.x}%`);
    mark.current?.style.setProperty('top', `${point.y}%`);
  }, [point]);
  const onClick = ({ clientX, clientY, currentTarget }: MouseEvent) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    onChoose({ x: within(((clientX - left) / width) * 100), y: within(((clientY - top) / height) * 100) });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the bars below are its keys
    <span className="relative mt-3 inline-block max-w-full cursor-crosshair" onClick={onClick}>
      {/* biome-ignore lint/performance/noImgElement: private pictures pass no image service */}
      <img
        src={`/admin/media/${picture.id}`}
        alt=""
        width={picture.width}
        height={picture.height}
        className="block h-auto max-h-[50vh] w-auto max-w-full rounded-control"
      />
      <span
        ref={mark}
        className="pointer-events-none absolute -mt-3.5 -ml-3.5 size-7 rounded-full border-[3px] border-card bg-lotus outline-2 outline-ink"
        aria-hidden="true"
      />
    </span>
  );
}

function Bars({ point, onChoose }: ChosenProps) {
  const t = useTranslations('pictures.focal');
  const id = useId();
  return (
    <div className="mt-3 grid gap-x-4 gap-y-2 sm:grid-cols-2">
      {AXES.map((axis) => (
        <div key={axis}>
          <label htmlFor={`${id}-${axis}`} className="field-label">
            {t(axis === 'x' ? 'focalSlideX' : 'focalSlideY')}
          </label>
          <input
            id={`${id}-${axis}`}
            type="range"
            min={0}
            max={100}
            value={point[axis]}
            onChange={({ target }) => onChoose({ ...point, [axis]: Number(target.value) })}
            className="block min-h-11 w-full supports-[accent-color:auto]:accent-lotus"
          />
        </div>
      ))}
    </div>
  );
}

const CROPS = [
  ['cropWide', 'aspect-[16/9] w-56'],
  ['cropCard', 'aspect-[3/2] w-40'],
  ['cropSquare', 'aspect-square w-28'],
] as const;

/** The same thirds by which pages cut it. */
function Crops({ picture, point }: { picture: LibraryRecord; point: Point }) {
  const t = useTranslations('pictures.focal');
  return (
    <section aria-label={t('crops')} className="mt-3 flex flex-wrap items-end gap-4">
      {CROPS.map(([name, looks]) => (
        <figure key={name} className="m-0 max-w-full">
          {/* biome-ignore lint/performance/noImgElement: private pictures pass no image service */}
          <img
            src={`/admin/media/${picture.id}`}
            alt=""
            className={`block max-w-full rounded-control object-cover ${looks} ${placeOf(point)}`}
          />
          <figcaption className="mt-1 text-ink-2 text-sm">{t(name)}</figcaption>
        </figure>
      ))}
    </section>
  );
}
