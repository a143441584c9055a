/**
 * Runs before a page: takes away what came to Chromium after version 86, as far as scripts can. What it cannot take
 * away, the engine's own drawing, could only be tried with such a browser, which Debian no longer has; Plot's own small
 * style (:where) is lost there, so app.css says the same.
 */
export function forgetNewApis(): void {
  const gone: [object, string[]][] = [
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
    [Object, ['hasOwn', 'groupBy']],
    [Map, ['groupBy']],
    [Array, ['fromAsync']],
    [Promise, ['any', 'withResolvers', 'try']],
    [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
    [window, ['structuredClone', 'WeakRef', 'AggregateError', 'reportError', 'scheduler', 'navigation']],
    // checkVisibility stays: the driver of the test calls it in the page.
    [Element.prototype, ['setHTMLUnsafe', 'getHTML']],
    [document, ['startViewTransition']],
    [crypto, ['randomUUID']],
    [AbortSignal, ['timeout', 'any']],
  ];
  for (const [owner, names] of gone) for (const name of names) Reflect.deleteProperty(owner, name);
  for (const typed of [Int8Array, Uint8Array, Int32Array, Uint32Array, Float64Array])
    for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with'])
      Reflect.deleteProperty(Object.getPrototypeOf(typed.prototype), name);
}

/** CSS that Chromium 86 does not know, with the version that brought it. */
export const NEW_CSS: [pattern: RegExp, what: string][] = [
  [/:(?:has|is|where)\(/, ':is and :where 88, :has 105'],
  [/@(?:container|layer|scope|starting-style|property)\b/, '@container 105, @layer 99'],
  [/[;{\s](?:inset|inset-inline|inset-block)\s*:/, 'inset 87'],
  [/aspect-ratio\s*:/, 'aspect-ratio 88'],
  [/color-mix\(|light-dark\(|oklch\(|oklab\(/, 'color-mix 111'],
  [/\d(?:dvh|svh|lvh|cqw|cqh)\b/, 'dynamic viewport units 108'],
  [/accent-color\s*:/, 'accent-color 93'],
  [/text-wrap\s*:/, 'text-wrap 114'],
  [/@media[^{]*[<>]/, 'media ranges 104'],
  [/scrollbar-gutter|content-visibility:\s*auto-phrase/, 'scrollbar-gutter 94'],
];
