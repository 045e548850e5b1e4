#!/usr/bin/env bash
# Writes the working days of mainland China, 2022 to 2026, as two public data sets know them: a line per month, # for a working day.
# usage: make-expectation.sh    needs npm and a registry; the files it writes are committed
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent chinese-days@1.5.7 holiday-calendar@1.3.3 >/dev/null
for archive in *.tgz; do mkdir "${archive%-*}" && tar xzf "$archive" -C "${archive%-*}"; done
cat > write.js <<'JS'
const fs = require('fs');
const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));
const sets = {
  'chinese-days': () => {
    const all = read('chinese-days/package/dist/chinese-days.json');
    return { off: new Set(Object.keys(all.holidays)), on: new Set(Object.keys(all.workdays)) };
  },
  'holiday-calendar': () => {
    const dates = [2022, 2023, 2024, 2025, 2026].flatMap(year => read(`holiday-calendar/package/data/CN/${year}.json`).dates);
    const of = type => new Set(dates.filter(date => date.type === type).map(date => date.date));
    return { off: of('public_holiday'), on: of('transfer_workday') };
  },
};
for (const [name, days] of Object.entries(sets)) {
  const { off, on } = days();
  const lines = [];
  for (let day = new Date('2022-01-01T00:00:00Z'); day.getUTCFullYear() <= 2026; day.setUTCDate(day.getUTCDate() + 1)) {
    const date = day.toISOString().slice(0, 10);
    if (date.endsWith('-01')) lines.push(date.slice(0, 7) + ' ');
    const works = on.has(date) || (!off.has(date) && day.getUTCDay() % 6 !== 0);
    lines[lines.length - 1] += works ? '#' : '.';
  }
  fs.writeFileSync(`${process.argv[2]}/${name}.txt`, lines.join('\n') + '\n');
}
JS
node write.js "$here/cn"
