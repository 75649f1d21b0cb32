import { type FreezeWindowResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { calendarQuery } from '../../data/governance.js';
import { type Day, monthAfter, monthOf, weeksOf, windowsOn } from '../../format/calendar.js';
import { visibleText } from '../../format/identifiers.js';
import { formatExactly } from '../../format/times.js';
import { Button } from '../../parts/button.js';
import { Stored } from '../../parts/facts.js';
import { Section } from '../../parts/page.js';
import { Loaded } from '../../parts/states.js';
import { GOVERNANCE_TEXTS } from '../../texts/governance.js';
import styles from './calendar.module.css';

const texts = GOVERNANCE_TEXTS.freeze;

/** The windows of all freezes, a month at a time, where the reader is. */
export function FreezeCalendar() {
  const { month = monthOf(new Date()) } = useSearch({ from: '/shell/admin/freezes' });
  const navigate = useNavigate({ from: '/admin/freezes' });
  const go = (count: number) =>
    void navigate({ search: { month: monthAfter(month, count) }, replace: true, resetScroll: false });
  const weeks = weeksOf(month);
  const days = weeks.flat();
  const query = useQuery(calendarQuery(days[0]!.start.toISOString(), days.at(-1)!.end.toISOString()));
  return (
    <Section title={texts.calendar}>
      <div className={styles.months}>
        <Button small onClick={() => go(-1)}>
          {texts.before}
        </Button>
        <strong aria-live="polite">{monthName(days.find(({ isOfMonth }) => isOfMonth)!.start)}</strong>
        <Button small onClick={() => go(1)}>
          {texts.after}
        </Button>
      </div>
      <Loaded query={query} lines={6}>
        {({ windows, leftOut }) => (
          <>
            <Month weeks={weeks} windows={windows} />
            {leftOut > 0 && <p>{texts.leftOut(leftOut)}</p>}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function monthName(at: Date): string {
  return at.toLocaleDateString('en-GB', { month: 'long', year: 'numeric' });
}

function Month({ weeks, windows }: { weeks: readonly Day[][]; windows: readonly FreezeWindowResponse[] }) {
  return (
    <>
      <table className={styles.calendar}>
        <thead>
          <tr>
            {texts.days.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]!.start.getTime()}>
              {week.map((day) => (
                <DayCell key={day.start.getTime()} day={day} windows={windowsOn(day, windows)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {windows.length === 0 && <p className={styles.free}>{texts.free}</p>}
    </>
  );
}

function DayCell({ day, windows }: { day: Day; windows: readonly FreezeWindowResponse[] }) {
  const isToday = day.start.toDateString() === new Date().toDateString();
  return (
    <td
      className={[!day.isOfMonth && styles.outside, windows.length === 0 && styles.empty].filter(Boolean).join(' ')}
      aria-current={isToday ? 'date' : undefined}
    >
      <time className={styles.day} dateTime={day.start.toISOString()}>
        <span className={styles.weekday}>{texts.days[(day.start.getDay() + 6) % 7]} </span>
        {day.start.getDate()}
      </time>
      {windows.map(({ freezeId, name, reason, start, end }) => (
        <span
          key={`${freezeId ?? name} ${start}`}
          className={styles.window}
          title={visibleText(`${name}: ${reason}\n${formatExactly(start)}\n${texts.until}\n${formatExactly(end)}`)}
        >
          <Stored text={name} />
        </span>
      ))}
    </td>
  );
}
