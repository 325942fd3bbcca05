import { interfaceIcons, modelIcons, topicIcons } from './icon-paths';

type ModelIcon = keyof typeof modelIcons.paths;
type TopicIcon = keyof typeof topicIcons.paths;
type InterfaceIcon = keyof typeof interfaceIcons.paths;
export type IconName = ModelIcon | TopicIcon | InterfaceIcon;

const drawings = [interfaceIcons, topicIcons, modelIcons];

/** The petal: the two circles of 1+1 overlap in it. */
const petal = 'M24 14.6a11.8 11.8 0 0 1 0 18.8 11.8 11.8 0 0 1 0-18.8Z';

type IconProps = {
  name: IconName;
  /** in pixels of the page at its usual size */
  size?: number;
  className?: string;
};

/** A drawing beside words: it is never read out, so the words must say what it shows. */
export function Icon({ name, size = 22, className = '' }: IconProps) {
  const { grid, stroke, paths } = drawings.find((drawing) => name in drawing.paths) ?? interfaceIcons;
  const lines = <path d={(paths as Record<string, string>)[name]} />;
  return (
    <svg
      className={`icon ${className}`.trimEnd()}
      width={size}
      height={size}
      viewBox={`0 0 ${grid} ${grid}`}
      {...(stroke === 2 ? {} : { strokeWidth: stroke })}
      aria-hidden="true"
    >
      {name === 'one_plus_one_instructor' ? (
        <>
          <path d={petal} fill="currentColor" stroke="none" />
          {lines}
        </>
      ) : (
        lines
      )}
    </svg>
  );
}

const shapeOf = (name: IconName) => `icon-${name}`;

/** Some drawings once, for a table with hundreds of them: `IconSign` draws by them. */
export function IconShapes({ names }: { names: readonly InterfaceIcon[] }) {
  const { grid, paths } = interfaceIcons;
  return (
    <svg className="hidden" aria-hidden="true">
      {names.map((name) => (
        <symbol key={name} id={shapeOf(name)} viewBox={`0 0 ${grid} ${grid}`}>
          <path d={paths[name]} />
        </symbol>
      ))}
    </svg>
  );
}

/** One of the drawings of `IconShapes` on the page, by as few elements as there can be; `label` is what it says where no words stand beside it. */
export function IconSign({ name, label, className }: { name: InterfaceIcon; label: string; className: string }) {
  return (
    <svg width="22" height="22" className={`icon ${className}`} role="img" aria-label={label}>
      <use href={`#${shapeOf(name)}`} />
    </svg>
  );
}
