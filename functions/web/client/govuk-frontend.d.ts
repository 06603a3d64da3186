/** As much as is used of the package, which has no types of its own. */
declare module 'govuk-frontend' {
  type Component<Configuration> = {
    new (root: Element, configuration?: Configuration): object;
    readonly moduleName: string;
  };
  type Plain = Readonly<Record<string, never>>;

  export const Button: Component<{ readonly preventDoubleClick?: boolean }>;
  export const Checkboxes: Component<Plain>;
  export const ErrorSummary: Component<Plain>;
  export const NotificationBanner: Component<Plain>;
  export const Radios: Component<Plain>;
  export const ServiceNavigation: Component<Plain>;
  export const SkipLink: Component<Plain>;

  /** Starts every one that the page has, by its `data-module`. */
  export function createAll<Configuration>(component: Component<Configuration>, configuration?: Configuration): unknown;
}
