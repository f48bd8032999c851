import { useState } from 'react';
import Eye from 'lucide-react/icons/eye';
import Play from 'lucide-react/icons/play';
import { useLingui } from '@lingui/react/macro';
import { useLocation, useParams, useSearch } from 'wouter';
import { asId, type GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { useMay } from '#state/use-may.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { NoGroup } from '#ui/layout/no-group.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Snackbar } from '#ui/layout/snackbar.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { OfferCard } from './offer-card.tsx';
import { StartCheck } from './start-check.tsx';
import { useOffers } from './use-offers.ts';

/** `/groups/:group/checks`: the checks that were started, and starting one. `?course=&objective=` begins with that one. */
export function ChecksScreen() {
  const { t } = useLingui();
  const params = useParams<{ group: string }>();
  const group = asId<GroupId>(params.group);
  const asked = askedFor(useSearch());
  const [, navigate] = useLocation();
  const snapshot = useLive(useServices().snapshot);
  const [starting, setStarting] = useState(asked !== null);
  const offers = useOffers(snapshot, group, useSchoolNow());
  const mayStart = useMay('check.offer');
  const body = snapshot.group(group);
  if (body === undefined)
    return snapshot.loaded ? <NoGroup onGroups={() => navigate('/groups')} /> : null;
  const { standing } = offers;
  const close = (): void => setStarting(false);
  return (
    <Page
      title={t`Checks of ${body.name}`}
      actions={
        <Button icon={<Eye />} onPress={() => navigate(`/groups/${group}/checks/live`)}>
          {t`Watch the class at work`}
        </Button>
      }
    >
      <Snackbar message={offers.message} onDismiss={offers.dismiss} />
      <FaultMessage fault={offers.fault} />
      {starting && mayStart ? (
        <StartCheck
          group={group}
          snapshot={snapshot}
          asked={asked}
          onStart={async (target, offer) => {
            if (await offers.start(target, offer)) close();
          }}
          onCancel={close}
        />
      ) : (
        <>
          {mayStart ? (
            <div>
              <Button kind="primary" size="l" icon={<Play />} onPress={() => setStarting(true)}>
                {t`Start a check`}
              </Button>
            </div>
          ) : null}
          {standing.length === 0 ? (
            <EmptyState title={t`No check is started`}>
              {t`Children can begin a check by themselves at any time. One that you start here stands first on their page.`}
            </EmptyState>
          ) : (
            <Stack gap={4}>
              {standing.map((offer) => (
                <OfferCard
                  key={`${offer.course}/${offer.objective}`}
                  group={group}
                  snapshot={snapshot}
                  offer={offer}
                  onTakeBack={mayStart ? () => void offers.takeBack(offer) : null}
                />
              ))}
            </Stack>
          )}
        </>
      )}
    </Page>
  );
}

/** What an address begins with: the board leads here with an objective. */
export interface AskedFor {
  readonly course: string;
  readonly objective: string;
}

function askedFor(search: string): AskedFor | null {
  const query = new URLSearchParams(search);
  const [course, objective] = [query.get('course'), query.get('objective')];
  return course === null || objective === null ? null : { course, objective };
}
