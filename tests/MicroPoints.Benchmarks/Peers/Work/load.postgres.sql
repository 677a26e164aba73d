-- The generated activities as rows; psql sets :rows. Loaded at once and analysed, so that the plan is the best it knows.
create table entry10(
  id bigint primary key, idem uuid not null, chamber int not null, category int not null, indicator int not null,
  points int not null, occurred date not null, actor int not null, evidence text not null);
copy entry10 from :'rows' with (format csv);
vacuum (analyze) entry10;
