// What oxlint's own rules cannot say: pure code may build a date from a moment it was given, never ask for the present one.
const message =
  'Pure code does not ask what time it is: take the moment as a parameter and build the date from it.';

/** @param {{ type: string, name?: string }} callee */
const isDate = (callee) => callee.type === 'Identifier' && callee.name === 'Date';

export default {
  meta: { name: 'ambient' },
  rules: {
    'no-present-date': {
      /** @param {{ report(problem: { node: unknown, message: string }): void }} context */
      create(context) {
        return {
          /** @param {{ callee: { type: string, name?: string }, arguments: unknown[] }} node */
          NewExpression(node) {
            if (isDate(node.callee) && node.arguments.length === 0) {
              context.report({ node, message });
            }
          },
          /** `Date()` gives the present moment whatever its arguments. @param {{ callee: { type: string, name?: string } }} node */
          CallExpression(node) {
            if (isDate(node.callee)) context.report({ node, message });
          },
        };
      },
    },
  },
};
