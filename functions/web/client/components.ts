import {
  Button,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
} from 'govuk-frontend';

/** Those that need a script, of the components that pages use: without one, all of them work in a plainer way. */
const components = [Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink];

export function startComponents(): void {
  document.body.classList.add('govuk-frontend-supported');
  // A command is recorded once however often it is sent; who clicks twice needn't be asked to wait for both.
  createAll(Button, { preventDoubleClick: true });
  for (const component of components) createAll(component);
}
