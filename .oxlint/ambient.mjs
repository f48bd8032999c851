// What oxlint's own rules cannot say.

// Pure code may build a date from a moment it was given, never ask for the present one.
const message =
  'Pure code does not ask what time it is: take the moment as a parameter and build the date from it.';

/** @param {{ type: string, name?: string }} callee */
const isDate = (callee) => callee.type === 'Identifier' && callee.name === 'Date';

// A suppression is a debt: whoever reads it has to know why it is there.
const SUPPRESSES = /^\s*(?:oxlint-disable|eslint-disable|@ts-(?:expect-error|ignore|nocheck))/u;
const unreasoned =
  'Say on the line why this is suppressed: "oxlint-disable-next-line rule -- why", "@ts-expect-error: why".';

/** @param {string} text of a comment */
const saysWhy = (text) =>
  text.includes('disable') ? / -- \S/u.test(text) : /^\s*@ts-\S+?:?\s+\S/u.test(text);

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
    'reasoned-suppression': {
      /** @param {{ report(problem: { node: unknown, message: string }): void, sourceCode: { getAllComments(): { value: string }[] } }} context */
      create(context) {
        return {
          Program() {
            for (const comment of context.sourceCode.getAllComments()) {
              if (SUPPRESSES.test(comment.value) && !saysWhy(comment.value))
                context.report({ node: comment, message: unreasoned });
            }
          },
        };
      },
    },
  },
};
