/** What people call this kind of device: a first proposal for its name. Product names are the same in every language. */
export function deviceName(
  userAgent: string = navigator.userAgent,
  touchPoints: number = navigator.maxTouchPoints,
): string {
  // An iPad says that it is a Mac; Macs have no touch screen.
  if (/iPad/u.test(userAgent) || (/Macintosh/u.test(userAgent) && touchPoints > 1)) return 'iPad';
  if (/iPhone/u.test(userAgent)) return 'iPhone';
  if (/CrOS/u.test(userAgent)) return 'Chromebook';
  if (/Android/u.test(userAgent)) return 'Android';
  if (/Macintosh/u.test(userAgent)) return 'Mac';
  if (/Windows/u.test(userAgent)) return 'Windows';
  return 'Linux';
}
