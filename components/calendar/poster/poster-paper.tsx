import { QrCode } from '@/components/ui/print/qr-code';
import type { PosterWords } from './poster-words';

type PosterPaperProps = { words: PosterWords; url: string };

/** A poster as it hangs at the culture house: one sheet of A4, to be read from three steps away. */
export function PosterPaper({ words, url }: PosterPaperProps) {
  return (
    <article className="mx-auto grid max-w-[52rem] [&>*]:min-w-0 gap-6 border-2 border-ink bg-card p-6 md:p-12 print:gap-4 print:border-0 print:p-0">
      <p className="font-semibold text-h3 text-lotus-deep print:text-[16pt]">{words.above}</p>
      <h1 className="print:text-[38pt]">{words.title}</h1>
      <div className="border-ink border-y-4 py-5 print:py-3">
        <p className="font-bold text-h2 print:text-[24pt]">{words.day}</p>
        <p className="font-bold font-serif text-figure text-lotus leading-tight print:text-[44pt]">{words.times}</p>
      </div>
      <div>
        <p className="font-bold text-h2 print:text-[22pt]">{words.place}</p>
        {words.address && <p className="text-h3 print:text-[16pt]">{words.address}</p>}
      </div>
      <dl className="grid gap-2 text-h3 print:text-[15pt]">
        {words.lines.map(({ term, text }) => (
          <div key={term}>
            <dt className="inline font-bold">{term}: </dt>
            <dd className="inline whitespace-pre-line">{text}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-6">
        <QrCode text={url} label={words.scan} className="w-44 max-w-full flex-none print:w-[46mm]" />
        <p className="min-w-0 flex-1 basis-56 text-h3 print:text-[15pt]">
          {words.scan}
          <span className="mt-2 block font-semibold [overflow-wrap:anywhere]">{words.typed}</span>
        </p>
      </div>
      {words.demo && <p className="demo-stripes demo-mark justify-self-start">{words.demo}</p>}
    </article>
  );
}
