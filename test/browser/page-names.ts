import { type PageName, pages } from '../../functions/web/pages.ts';

const isPageName = (name: string): name is PageName => Object.hasOwn(pages, name);

export const pageNames: readonly PageName[] = Object.keys(pages).filter(isPageName);
