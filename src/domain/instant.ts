/** An instant as people read it everywhere, in `timeZone` (an IANA name): "Nov 22, 2026, 7:01 AM". */
export const sayInstant = (instant: Date | string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone })
    .format(new Date(instant))
    // A narrow space that not every terminal and font knows.
    .replaceAll('\u202f', ' ');
