import type { Page } from '../view.ts';
export const timelinessPage: Page = () => [];
