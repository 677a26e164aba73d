-- The ledger in PostgreSQL. One call of record() is one transaction: it refuses a repeated id, keeps the entry, and moves the
-- running totals of indicator and category under the indicator's cap, as one durable recording of ours does.
create table cap(indicator int primary key, category int not null, points int not null);
insert into cap select i, i % 8, 20 + i * 37 % 61 from generate_series(0, 59) i;

create table entry(
  id bigint generated always as identity primary key,
  idem uuid not null unique,
  chamber int not null, indicator int not null, points int not null,
  occurred date not null, actor int not null, evidence text not null);
create table indicator_total(
  chamber int, year int, indicator int, points int not null,
  primary key (chamber, year, indicator)) with (fillfactor = 70);
create table category_total(
  chamber int, year int, category int, points int not null,
  primary key (chamber, year, category)) with (fillfactor = 70);

-- Gives the points credited; -1 for an id that is known.
create function record(of_id uuid, of_chamber int, of_indicator int, given int, on_day date, by_actor int, proof text)
returns int language plpgsql as $$
declare
  in_year int := extract(year from on_day);
  line cap;
  before int;
  credited int;
begin
  insert into entry(idem, chamber, indicator, points, occurred, actor, evidence)
    values (of_id, of_chamber, of_indicator, given, on_day, by_actor, proof) on conflict (idem) do nothing;
  if not found then return -1; end if;
  select * into line from cap c where c.indicator = of_indicator;
  insert into indicator_total values (of_chamber, in_year, of_indicator, 0) on conflict do nothing;
  select t.points into before from indicator_total t
    where t.chamber = of_chamber and t.year = in_year and t.indicator = of_indicator for update;
  credited := least(given, line.points - before);
  if credited <= 0 then return 0; end if;
  update indicator_total t set points = t.points + credited
    where t.chamber = of_chamber and t.year = in_year and t.indicator = of_indicator;
  insert into category_total as t values (of_chamber, in_year, line.category, credited)
    on conflict (chamber, year, category) do update set points = t.points + excluded.points;
  return credited;
end $$;
