/** What may be done with open data, by the names that catalogues know: whoever uses them says where they are from. */
export const LICENCE = { id: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

/** As people write it. */
export const LICENCE_NAME = 'CC BY 4.0';

/** Who answers for the figures: named with every one of them. */
export const SOURCE = 'Hội Liên hiệp Phụ nữ Đồng Nai, cổng Phụ nữ số';
