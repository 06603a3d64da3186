/** Whether an engine can run here, and the command that starts it. */
export type Availability =
  | { readonly isAvailable: true; readonly command: string; readonly parameters: readonly string[] }
  | { readonly isAvailable: false; readonly why: string };

/** How one kind of engine is found and told where to listen and where to keep its tables. */
export type EngineProgram = {
  readonly title: string;
  find(): Promise<Availability>;
  /** Without a folder, everything is kept in memory. */
  parameters(port: number, folder: string | undefined): readonly string[];
};
