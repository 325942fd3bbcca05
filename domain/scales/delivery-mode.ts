export const deliveryModes = ['in_person', 'online', 'mixed', 'unit_meeting'] as const;
export type DeliveryMode = (typeof deliveryModes)[number];
