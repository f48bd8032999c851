import { useEffect, useRef, type ReactNode } from 'react';
import CalendarCheck from 'lucide-react/icons/calendar-check';
import Lock from 'lucide-react/icons/lock';
import Settings from 'lucide-react/icons/settings';
import TabletSmartphone from 'lucide-react/icons/tablet-smartphone';
import Users from 'lucide-react/icons/users';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useServices } from '#data/services-context.tsx';
import type { Session } from '#data/services.ts';
import { SyncStatus } from '#features/sync/sync-status.tsx';
import { IconButton } from '#ui/controls/icon-button.tsx';
import { Button } from '#ui/controls/button.tsx';
import { AppShell, type NavItem } from '#ui/layout/app-shell.tsx';
import { Banner } from '#ui/layout/banner.tsx';

export interface StaffShellProps {
  readonly session: Extract<Session, { state: 'unlocked' }>;
  readonly children: ReactNode;
}

/** The frame of staff screens: navigation, where the results are, and the lock. */
export function StaffShell({ session, children }: StaffShellProps) {
  const { t } = useLingui();
  const services = useServices();
  const [path, navigate] = useLocation();
  useFocusOnNavigation(path);
  const back = useBack(path);
  const onTablet = session.device.kind === 'class-tablet';
  return (
    <AppShell
      title={session.school.name}
      {...(back === null ? {} : { back })}
      nav={useNav(path)}
      onNavigate={navigate}
      end={
        <>
          <SyncStatus timeZone={session.school.timeZone} />
          <IconButton label={t`Lock this device`} onPress={services.session.lock}>
            <Lock />
          </IconButton>
        </>
      }
      {...(onTablet ? { banner: <TabletBanner /> } : {})}
    >
      {children}
    </AppShell>
  );
}

/** On a class tablet staff are guests: one tap hands it back to the children, locked. */
function TabletBanner() {
  const { t } = useLingui();
  const { session } = useServices();
  const [, navigate] = useLocation();
  const giveBack = () => {
    navigate('/student');
    session.lock();
  };
  return (
    <Banner action={<Button onPress={giveBack}>{t`Back to the students`}</Button>}>
      {t`This is a class tablet.`}
    </Banner>
  );
}

function useNav(path: string): readonly NavItem[] {
  const { t } = useLingui();
  const item = (href: string, label: string, icon: ReactNode): NavItem => ({
    href,
    label,
    icon,
    current: path === href || path.startsWith(`${href}/`),
  });
  return [
    item('/teacher', t`Today`, <CalendarCheck aria-hidden />),
    item('/groups', t`Groups`, <Users aria-hidden />),
    item('/devices', t`Devices`, <TabletSmartphone aria-hidden />),
    item('/settings', t`Settings`, <Settings aria-hidden />),
  ];
}

/** Where "back" leads: one level up. Null on the four top-level screens. */
function useBack(path: string): { readonly href: string; readonly label: string } | null {
  const { t } = useLingui();
  const [, top, group, page, part] = path.split('/');
  if (top === 'settings' && group !== undefined)
    return { href: '/settings', label: t`Back to the settings` };
  if (top === 'devices' && group !== undefined)
    return { href: '/devices', label: t`Back to the devices` };
  if (top !== 'groups' || group === undefined || group === '') return null;
  if (page === undefined) return { href: '/groups', label: t`Back to the groups` };
  if (page === 'checks' && part !== undefined)
    return { href: `/groups/${group}/checks`, label: t`Back to the checks` };
  if (page === 'objectives')
    return { href: `/groups/${group}/overview`, label: t`Back to the overview` };
  return { href: `/groups/${group}`, label: t`Back to the group` };
}

/** After a step to another screen the keyboard stands at its beginning, and the page at its top. */
function useFocusOnNavigation(path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}
