-- The ledger in SQLite: unique id, entry kept, running total under a cap; the journal is flushed at every commit.
pragma journal_mode = wal;
pragma synchronous = full;
create table entry(
  id integer primary key, idem text not null unique, chamber int not null, indicator int not null, points int not null,
  occurred int not null, actor int not null, evidence text not null);
create table total(chamber int, indicator int, points int not null, primary key (chamber, indicator)) without rowid;
