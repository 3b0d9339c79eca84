"""What a scalar of a record means: dates, periods, time limits, exact decimals, working days.

Written from the description of the records alone, with the standard library alone, so that it shares nothing with the program."""

import calendar
import datetime
import re
from dataclasses import dataclass
from fractions import Fraction

Date = datetime.date


def date(text):
    """A day of a record; what is a day already stays as it is."""
    return Date.fromisoformat(text) if isinstance(text, str) and text else text or None


def number(text):
    """A plain decimal, exactly."""
    return Fraction(text)


def money(text):
    """Yuan: 18000, 18000.00, 1.8万元."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(万)?元?", text)
    assert found, text
    return Fraction(found[1]) * (10000 if found[2] else 1)


def shown(value: Fraction, digits=None) -> str:
    """A decimal without trailing zeros, or with exactly so many digits; the value must terminate within them."""
    places = digits
    if places is None:
        places = 0
        while (value * 10 ** places).denominator != 1:
            places += 1
            assert places < 40, f"{value} does not terminate"
    scaled = value * 10 ** places
    assert scaled.denominator == 1, value
    sign, whole = "-" if scaled < 0 else "", str(abs(scaled.numerator)).rjust(places + 1, "0")
    return sign + (whole[:-places] + "." + whole[-places:] if places else whole)


def terminates(value: Fraction) -> bool:
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def shown_places(value: Fraction):
    """How many decimal places a number has, or None where they do not end."""
    if not terminates(value):
        return None
    places = 0
    while (value * 10 ** places).denominator != 1:
        places += 1
    return places


def half_up(value: Fraction, places: int) -> Fraction:
    """Away from zero."""
    scaled = abs(value) * 10 ** places
    rounded = Fraction((scaled * 2 + 1).numerator // (scaled * 2 + 1).denominator // 2, 10 ** places)
    return -rounded if value < 0 else rounded


def add_months(day: Date, months: int) -> Date:
    """Month ends clamp: 12-31 and two months are 02-28 or 02-29."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return Date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, order=True)
class Period:
    start: Date
    end: Date
    name: str

    def holds(self, day) -> bool:
        return day is not None and self.start <= day <= self.end


def months(year: int, first: int, count: int, name: str) -> Period:
    last = first + count - 1
    return Period(Date(year, first, 1), Date(year, last, calendar.monthrange(year, last)[1]), name)


def period(name: str) -> Period:
    year, _, part = name.partition("-")
    if not part:
        return months(int(year), 1, 12, name)
    if part[0] == "h":
        return months(int(year), int(part[1]) * 6 - 5, 6, name)
    if part[0] == "q":
        return months(int(year), int(part[1]) * 3 - 2, 3, name)
    return months(int(year), int(part), 1, name)


CADENCES = {"monthly": [f"-{month:02}" for month in range(1, 13)], "quarterly": [f"-q{q}" for q in (1, 2, 3, 4)],
            "half-yearly": ["-h1", "-h2"], "yearly": [""]}


def own_periods(cadence: str, within: Period):
    """The periods of a cadence whose last day lies within a period."""
    for year in range(within.start.year, within.end.year + 1):
        for suffix in CADENCES[cadence]:
            own = period(f"{year}{suffix}")
            if within.holds(own.end):
                yield own


class NoCalendar(Exception):
    """A working day was asked for in a year without a calendar."""


class WorkingDays:
    def __init__(self, calendars):
        self.years = {int(each["year"]): (set(map(date, each["holidays"])), set(map(date, each["workdays"])))
                      for each in calendars}

    def works(self, day: Date) -> bool:
        if day.year not in self.years:
            raise NoCalendar(day.year)
        holidays, workdays = self.years[day.year]
        return day in workdays or (day.weekday() < 5 and day not in holidays)

    def after(self, day: Date, limit: str) -> Date:
        """The last day of a time limit such as +10d, +5wd or +1m; a date stands for itself. Counting begins on the next day."""
        found = re.fullmatch(r"\+(\d+)(d|wd|m)", limit)
        if not found:
            return date(limit)
        count, unit = int(found[1]), found[2]
        if unit == "m":
            return add_months(day, count)
        if unit == "d":
            return day + datetime.timedelta(count)
        while count:
            day += datetime.timedelta(1)
            count -= self.works(day)
        return day
