import type { Route } from '../document-routes';

/** Addresses of signing in, and of whoever cannot. */
export const signInRoutes = {
  signIn: { page: 'sign-in', path: { vi: '/dang-nhap', en: '/en/sign-in' }, live: true },
  secondStep: {
    page: 'sign-in/second-step',
    path: { vi: '/dang-nhap/buoc-hai', en: '/en/sign-in/second-step' },
    live: true,
  },
  forgottenPassword: {
    page: 'sign-in/forgotten-password',
    path: { vi: '/dang-nhap/quen-mat-khau', en: '/en/sign-in/forgotten-password' },
    live: true,
  },
  newPassword: {
    page: 'sign-in/new-password/[slug]',
    path: { vi: '/dang-nhap/mat-khau-moi/[slug]', en: '/en/sign-in/new-password/[slug]' },
    live: true,
    secret: true,
  },
  // a short word, for the code on a card
  memberCardLink: {
    page: 'member-card/[slug]',
    path: { vi: '/hv/[slug]', en: '/en/hv/[slug]' },
    live: true,
    secret: 'unsaid',
  },
  memberCard: {
    page: 'member-card',
    path: { vi: '/the-hoi-vien', en: '/en/member-card' },
    live: true,
    secret: true,
  },
} as const satisfies Record<string, Route>;
