import { lazy, useEffect } from 'react';
import { useParams } from 'wouter';
import { rememberInterview } from '#state/last-interview.ts';

const InterviewScreen = lazy(async () => ({
  default: (await import('#features/interview/interview-screen.tsx')).InterviewScreen,
}));

type Place = Record<'group' | 'course' | 'unit' | 'student', string>;

/** The interview without the frame of staff screens: nothing but the work. Today leads back here. */
export function InterviewRoute() {
  const { group, course, unit, student } = useParams<Place>();
  useEffect(
    () => rememberInterview({ group, course, unit, student, at: Date.now() }),
    [group, course, unit, student],
  );
  return <InterviewScreen />;
}
