export const audiences = ['officials', 'heads_and_deputies', 'members', 'priority_groups', 'everyone'] as const;
export type Audience = (typeof audiences)[number];
