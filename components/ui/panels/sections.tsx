type Section = Record<string, string>;

const entries = (section: Section, letter: string) =>
  Object.entries(section).filter(([key]) => new RegExp(`^${letter}\\d+$`).test(key));

/** A long text of several headed sections, each with paragraphs (p1, p2, …) and a list (i1, i2, …), as the words hold it. */
export function Sections({ sections }: { sections: Record<string, Section> }) {
  return (
    <div className="reading max-w-[34em]">
      {Object.entries(sections).map(([name, section]) => (
        <section key={name} id={name}>
          <h2>{section.heading}</h2>
          {entries(section, 'p').map(([key, text]) => (
            <p key={key}>{text}</p>
          ))}
          {entries(section, 'i').length > 0 && (
            <ul>
              {entries(section, 'i').map(([key, text]) => (
                <li key={key}>{text}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
