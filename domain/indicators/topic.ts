/** What people were trained in: a course, or a skill that courses teach. */
export type Topic = { id: string; kind: 'course' | 'skill'; name: string };
export type TopicFigure = Topic & { people: number };
export type TopicLine = TopicFigure & { place: string };
