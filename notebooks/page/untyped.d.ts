/** Packages that come without types; as much of them as the page uses. */
declare module '@observablehq/runtime' {
  export interface Module {
    variable(): unknown;
  }
  export class Runtime {
    constructor(builtins: Record<string, () => unknown>);
    module(): Module;
  }
  export class RuntimeError extends Error {
    /** The name that could not be resolved; missing where the error is not about a name. */
    input?: string;
  }
}

declare module '@observablehq/inputs';

/** Parts of @observablehq/notebook-kit/runtime, without the library that it loads from a CDN. */
declare module 'notebook-kit/define' {
  import type { DefineState, Definition } from '@observablehq/notebook-kit/runtime';
  import type { Module } from '@observablehq/runtime';
  import type { Observer } from 'notebook-kit/display';
  export function define(
    main: Module,
    state: DefineState,
    definition: Definition,
    observer: (state: DefineState, definition: Definition) => Observer,
  ): void;
}

declare module 'notebook-kit/display' {
  import type { DefineState, Definition } from '@observablehq/notebook-kit/runtime';
  export interface Observer {
    pending(): void;
    fulfilled(value: unknown): void;
    rejected(error: unknown): void;
  }
  export function observe(state: DefineState, definition: Definition): Observer;
}

declare module 'notebook-kit/generators' {
  export function observe<T>(start: (notify: (value: T) => void) => () => void): AsyncGenerator<T>;
}
