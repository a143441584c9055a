/** In place of the compiler of TypeScript, 9 MB: cells in TypeScript are refused before it is asked. */
const absent = () => {
  throw new Error('TypeScript is not part of this build');
};

export {
  absent as createProgram,
  absent as createSourceFile,
  absent as isClassExpression,
  absent as isExpressionStatement,
  absent as isFunctionExpression,
  absent as isParenthesizedExpression,
  absent as transpile,
};
export const ModuleKind = { Preserve: 0 };
export const ScriptTarget = { ESNext: 0 };
