import type { Block } from '../page/view.ts';
import { inputId } from './asked-by.ts';
import { wholeForm } from './refused.ts';

type Listed = { readonly text: string; readonly href?: string };

/** The messages above a page, each leading to its question; what is about none leads to the first. */
export const errorSummary = (blocks: readonly Block[]): Listed[] =>
  blocks.flatMap((block) => {
    if (block.kind !== 'form') return [];
    const [first] = block.fields;
    return [...(block.errors ?? [])].map(([name, text]) => {
      const to = name === wholeForm ? first?.name : name;
      return to === undefined ? { text } : { text, href: `#${inputId(block.fields, to)}` };
    });
  });
