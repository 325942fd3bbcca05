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
