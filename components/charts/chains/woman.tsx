/** How one of the two women looks. Flat colours, closed smiling eyes; she looks to the right. */
export type Look = {
  skin: string;
  neck: string;
  hair: string;
  style: 'bun' | 'bob' | 'plait' | 'headscarf' | 'hat';
  blouse: string;
  sleeve: string;
  glasses?: boolean;
  /** Wears a khăn rằn. */
  scarf?: boolean;
  /** Sits in a wheelchair. */
  wheelchair?: boolean;
};

const ink = '#2B1230';

export function Woman({ look, check }: { look: Look; check: string }) {
  const covered = look.style === 'headscarf';
  return (
    <>
      <BackHair look={look} />
      <path d="M-92 270V190C-92 96-62 62-4 60c60 2 84 40 88 130v80Z" fill={look.blouse} />
      {!covered && (
        <>
          <path d="M-16 30h30v32c0 10-6 16-15 16s-15-6-15-16Z" fill={look.neck} />
          {look.scarf ? (
            <path
              d="M-46 74c12 26 70 28 88 0l10 6c-8 24-26 34-40 36l18 74h-30l-10-70c-22-2-42-16-50-38Z"
              fill={`url(#${check})`}
            />
          ) : (
            <path d="M-20 62c6 18 32 18 40 0" fill="none" stroke="#FFFDF7" strokeWidth="5" opacity=".85" />
          )}
        </>
      )}
      <Head look={look} />
      {look.wheelchair && <Wheelchair />}
    </>
  );
}

function BackHair({ look: { style, hair } }: { look: Look }) {
  if (style === 'bob' || style === 'hat')
    return <path d="M2-44C-30-44-47-26-47 4c0 26-4 40-10 52 20 12 70 12 92-4L44 8C44-26 30-44 2-44Z" fill={hair} />;
  if (style === 'plait')
    return (
      <path
        d="M-36-4c-18 20-22 44-16 66 4 16 2 34-8 50"
        fill="none"
        stroke={hair}
        strokeWidth="20"
        strokeLinecap="round"
      />
    );
  return null;
}

function Head({ look }: { look: Look }) {
  const { style, hair, skin, glasses } = look;
  return (
    <>
      {style === 'headscarf' ? (
        <>
          <path
            d="M3-50C-28-50-50-28-50 4c0 30-6 50-24 66 28 34 100 36 128 6C42 60 46 34 47 6 47-28 30-50 3-50Z"
            fill={hair}
          />
          <ellipse cx="7" cy="8" rx="33" ry="37" fill={skin} />
          <path d="M-24-8C-14-30 30-32 38-8c-18-12-44-12-62 0Z" fill="#FFFDF7" opacity=".8" />
        </>
      ) : (
        <>
          {style === 'bun' && <circle cx="-40" cy="-22" r="17" fill={hair} />}
          <circle r="43" fill={hair} />
          <path d="M-16-24C6-30 34-20 39 6c3 22-12 40-33 40C-20 46-33 28-33 8c6-2 14-14 17-32Z" fill={skin} />
        </>
      )}
      <path d="M2 12c3 3 8 3 11 0M24 10c3 3 7 3 9 0" stroke={ink} strokeWidth="3" fill="none" strokeLinecap="round" />
      <path d="M10 28c5 5 14 5 18-1" stroke="#8C2A3E" strokeWidth="3.5" fill="none" strokeLinecap="round" />
      <circle cx="-2" cy="22" r="6.5" fill="#E0607F" opacity=".35" />
      {glasses && (
        <path
          d="M-2 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0ZM20 11a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0ZM16 11h4M-2 10l-18-4"
          stroke={ink}
          strokeWidth="2.2"
          fill="none"
        />
      )}
      {style === 'hat' && <Hat />}
    </>
  );
}

/** The nón lá. */
function Hat() {
  return (
    <>
      <path d="M-78-14C-50-30-20-60 4-86c24 26 52 54 78 68-40 16-118 18-160 4Z" fill="#F6E3B4" />
      <path d="M-78-14c42 14 120 12 160-4-44 6-116 8-160 4Z" fill="#C99A4B" />
      <path d="M-40-39c28 6 58 6 82-4M-18-61c14 3 30 3 42-2" stroke="#DCBF82" strokeWidth="2.5" fill="none" />
    </>
  );
}

function Wheelchair() {
  return (
    <g fill="none" strokeLinecap="round">
      <path d="M-102 92h16l6 104" stroke="#1E0C22" strokeWidth="9" strokeLinejoin="round" />
      <circle cx="-46" cy="196" r="66" stroke="#1E0C22" strokeWidth="10" />
      <circle cx="-46" cy="196" r="52" stroke="#D9C8AC" strokeWidth="3.5" />
      <path d="M-46 144v104M-98 196H6M-83 159l74 74M-9 159l-74 74" stroke="#D9C8AC" strokeWidth="2" />
    </g>
  );
}
