/** Languages spoken in the province that a guide may be asked for, as ISO 639 codes. */
export const languages = ['vi', 'sti', 'km', 'tyz', 'nut', 'hmn', 'crw', 'cma', 'cjm', 'zh', 'en'] as const;
