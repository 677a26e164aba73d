-- The annual round: sums by chamber and indicator under caps, category totals, eligibility (60 points in each of 8 categories),
-- rank in county, city, province and country, grade. One row of totals comes out, so that results can be compared.
-- psql sets :chambers and :workers.
set max_parallel_workers_per_gather = :workers;
set work_mem = '256MB';
\timing on
with by_indicator as (
  select chamber, indicator, least(sum(points), 20 + indicator * 37 % 61)::int points
  from entry10 where occurred between date '2025-01-01' and date '2025-12-31' group by chamber, indicator),
by_category as (
  select chamber, indicator % 8 category, sum(points)::int points from by_indicator group by 1, 2),
by_chamber as (
  select chamber, sum(points)::int points, count(*) filter (where points >= 60) = 8 eligible from by_category group by 1),
counties as (select *, (chamber::bigint * 2844 / :chambers)::int county from by_chamber),
cities as (select *, county * 333 / 2844 city from counties),
placed as (select *, city * 31 / 333 province from cities),
ranked as (
  select *,
    rank() over (partition by county order by points desc) in_county,
    rank() over (partition by city order by points desc) in_city,
    rank() over (partition by province order by points desc) in_province,
    rank() over (order by points desc) in_country,
    case when points >= 1900 then 'A' when points >= 1800 then 'B' when points >= 1700 then 'C' else 'D' end grade
  from placed)
select sum(points), sum(in_county), sum(in_city), sum(in_province), sum(in_country),
  count(*) filter (where eligible), count(*) filter (where grade = 'A') from ranked;
