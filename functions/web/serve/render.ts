import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import { longDate } from '../../../domain/prose-dates.ts';
import { errorSummary } from '../form/error-summary.ts';
import type { Option } from '../form/field.ts';
import type { FormBlock } from '../form/form-block.ts';
import { shownFields } from '../form/shown-field.ts';
import type { Block, View } from '../page/view.ts';
import type { Settings } from '../settings.ts';
import type { Frame } from './frame.ts';
import { spansOf } from './spans.ts';

let environment: nunjucks.Environment | undefined;

/** The views beside this module or its bundle, and GOV.UK's own; made at the first page. Everything is escaped. */
function views(): nunjucks.Environment {
  if (environment !== undefined) return environment;
  const { resolve } = createRequire(import.meta.url);
  const govuk = dirname(dirname(resolve('govuk-frontend/dist/govuk/components/button/macro.njk')));
  const folders = [join(import.meta.dirname, '../views'), join(import.meta.dirname, 'views'), join(govuk, '../..')];
  const made = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), {
    autoescape: true,
    throwOnUndefined: false,
  });
  // As nunjucks' own, whose pattern is slow on long text: GOV.UK's macros call it on all that they make.
  made.addFilter('trim', trimmed);
  made.addFilter('spans', spansOf);
  made.addFilter('longDate', longDate);
  made.addFilter('dataUrl', (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`);
  made.addFilter('fields', shownFields);
  made.addFilter('choices', choices);
  made.addFilter('allErrors', errorSummary);
  made.addFilter('hasErrors', (blocks: readonly Block[]) => errorSummary(blocks).length > 0);
  made.addFilter('hasFile', ({ fields }: FormBlock) => fields.some(({ kind }) => kind === 'file'));
  environment = made;
  return made;
}

/** A page as HTML. */
export function render(view: View, frame: Frame, { assets }: Pick<Settings, 'assets'>): string {
  const asset = (name: string): string => `/assets/${assets[name] ?? name}`;
  return views().render('page.njk', { view, frame, asset });
}

/** What was not safe as it stands is none the safer for it. */
const trimmed = (text: unknown): unknown =>
  text instanceof nunjucks.runtime.SafeString ? new nunjucks.runtime.SafeString(text.val.trim()) : String(text).trim();

/** As GOV.UK's radios and checkboxes take them. */
const choices = ({ options }: { readonly options: readonly Option[] }) =>
  options.map(({ hint, ...option }) => ({ ...option, ...(hint !== undefined && { hint: { text: hint } }) }));
