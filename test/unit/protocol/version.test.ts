import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RefusalSchema } from '#protocol/answer.ts';
import { BODIES } from '#protocol/bodies.ts';
import { EnvelopeSchema, EventRowSchema } from '#protocol/event.ts';
import { LedgerAnswerSchema, LedgerRequestSchema } from '#protocol/ledger.ts';
import { PresenceListSchema } from '#protocol/presence-list.ts';
import { PresenceAnswerSchema, PresenceRequestSchema } from '#protocol/presence.ts';
import { PokeSchema, PullAnswerSchema } from '#protocol/pull.ts';
import { PushAnswerSchema, PushRequestSchema } from '#protocol/push.ts';
import { ImportAnswerSchema, ImportRequestSchema, RescueHeaderSchema } from '#protocol/rescue.ts';
import { ENVELOPE_VERSION, MESSAGES_VERSION } from '#protocol/version.ts';

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/**
 * A change here is a change of what released devices send or understand. Bodies: add a version to the kind in `bodies.ts`;
 * never change an old one. Envelope and messages: raise the number and add its line of history in `version.ts` first.
 */
describe('released shapes', () => {
  it('the envelope and the event row of version 1 are what they were', () => {
    expect(ENVELOPE_VERSION).toBe(1);
    expect(digest([EventRowSchema, EnvelopeSchema])).toMatchInlineSnapshot(`"6e6e1074bf3cd342"`);
  });

  it('messages of version 3 are what they were', () => {
    expect(MESSAGES_VERSION).toBe(3);
    const messages = [
      PushRequestSchema,
      PushAnswerSchema,
      LedgerRequestSchema,
      LedgerAnswerSchema,
      PullAnswerSchema,
      PokeSchema,
      RefusalSchema,
      RescueHeaderSchema,
      ImportRequestSchema,
      ImportAnswerSchema,
      PresenceRequestSchema,
      PresenceAnswerSchema,
      PresenceListSchema,
    ];
    expect(messages.map(digest)).toMatchInlineSnapshot(`
      [
        "dc32d1f07d7ee0ce",
        "d7c88a4efadc41c9",
        "5a51e55960e39e17",
        "1ab05209614dbcdd",
        "2b93d56ce27b2ac7",
        "3ca07867d0c8c2b4",
        "a5e2b99878723887",
        "17a61ef6d62a5db3",
        "7427adf3063c12ec",
        "c461f1b4b3696fd6",
        "329e71d03fd2d9eb",
        "cd88dfa6de8ee51f",
        "458f4183ae78df70",
      ]
    `);
  });

  it('the body of every version of every kind is what it was', () => {
    const bodies = Object.entries(BODIES).flatMap(([kind, { versions }]) =>
      Object.entries(versions).map(([version, schema]) => `${kind} ${version} ${digest(schema)}`),
    );
    expect(bodies).toMatchInlineSnapshot(`
      [
        "check 1 b611e0604a057dea",
        "check 2 1e923a83673aeab5",
        "interview.mark 1 e2ceb9ed6022f896",
        "paper.result 1 8e8ff1bf17436312",
        "attempt.withdraw 1 f24103a9bd9de8b6",
        "attempt.restore 1 6ca29da5053954e0",
        "attempt.review 1 6ca29da5053954e0",
        "retake.allow 1 6ca29da5053954e0",
        "student.signal 1 e661b8e57288cdbe",
        "judgement 1 2a8db8a82f712cf6",
        "school.name 1 c9c6921f36ed2b25",
        "school.time-zone 1 c9c6921f36ed2b25",
        "school.language 1 f8a0feba21e7bfb8",
        "school.key 1 c9c6921f36ed2b25",
        "school.retakes 1 f8b7f590eb119086",
        "school.retention 1 817e8b67bb3bed6e",
        "school.how-sure 1 109709ef98edf02a",
        "member.add 1 2cd67260666a5a7d",
        "member.rename 1 c9c6921f36ed2b25",
        "student.add 1 fbcac9f783f81f5a",
        "student.rename 1 c9c6921f36ed2b25",
        "student.avatar 1 387b42ff898459c4",
        "student.supports 1 bcd2bc36042a267d",
        "student.secret 1 9540c721b80fad5c",
        "student.badge 1 5be5c352f53447b3",
        "student.merge 1 89f23a502c89b7cc",
        "student.erase 1 32062bdb9024160d",
        "group.add 1 29743315c169e2e5",
        "group.rename 1 c9c6921f36ed2b25",
        "group.student 1 dc25951d3ea469ad",
        "group.staff 1 dc25951d3ea469ad",
        "course.use 1 b1f74fd75bd2eb4c",
        "course.timer 1 aee7a1dad9b571d9",
        "check.offer 1 d14c61607ec2fdb5",
        "stream.close 1 32062bdb9024160d",
      ]
    `);
  });
});
