// The annual round in DuckDB, the same statement as PostgreSQL's but for integer division. Arguments: rows, database, chambers.
// Loads the rows, says it is ready, then answers each line of input (a number of threads) with time and totals of one run.
import { DuckDBInstance } from '@duckdb/node-api';
import readline from 'node:readline';

const [, , rows, database, chambers] = process.argv;
const db = await (await DuckDBInstance.create(database)).connect();
await db.run(`create table entry10(id bigint, idem uuid, chamber int, category int, indicator int, points int, occurred date,
  actor int, evidence text)`);
await db.run(`copy entry10 from '${rows}' (format csv, header false)`);
await db.run('checkpoint');

const round = `
with by_indicator as (
  select chamber, indicator, least(sum(points), 20 + indicator * 37 % 61)::int points
  from entry10 where occurred between date '2025-01-01' and date '2025-12-31' group by chamber, indicator),
by_category as (select chamber, indicator % 8 category, sum(points)::int points from by_indicator group by 1, 2),
by_chamber as (
  select chamber, sum(points)::int points, count(*) filter (where points >= 60) = 8 eligible from by_category group by 1),
counties as (select *, (chamber::bigint * 2844 // ${chambers})::int county from by_chamber),
cities as (select *, county * 333 // 2844 city from counties),
placed as (select *, city * 31 // 333 province from cities),
ranked as (
  select *,
    rank() over (partition by county order by points desc) in_county,
    rank() over (partition by city order by points desc) in_city,
    rank() over (partition by province order by points desc) in_province,
    rank() over (order by points desc) in_country,
    case when points >= 1900 then 'A' when points >= 1800 then 'B' when points >= 1700 then 'C' else 'D' end grade
  from placed)
select sum(points), sum(in_county), sum(in_city), sum(in_province), sum(in_country),
  count(*) filter (where eligible), count(*) filter (where grade = 'A') from ranked`;

const version = (await (await db.run('select version()')).getRows())[0][0];
console.log(JSON.stringify({ version }));
for await (const threads of readline.createInterface({ input: process.stdin })) {
  await db.run(`set threads = ${threads}`);
  const began = process.hrtime.bigint();
  const found = (await (await db.run(round)).getRows())[0];
  const ms = Number(process.hrtime.bigint() - began) / 1e6;
  console.log(JSON.stringify({ ms, totals: found.map(String) }));
}
process.exit(0);
