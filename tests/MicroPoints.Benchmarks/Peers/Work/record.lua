-- One recording in Redis, atomic as every script: refuses a repeated id, keeps the entry in the chamber's stream, and moves the
-- totals of indicator, category and province board under the indicator's cap. Answers the points credited, -1 for a known id.
-- ARGV: id, chamber, indicator, points, day, actor, evidence
local id, chamber, indicator, points = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
if redis.call('SETNX', 'id:' .. id, 1) == 0 then return -1 end
redis.call('XADD', 'ledger:' .. chamber, '*',
  'id', id, 'indicator', indicator, 'points', points, 'day', ARGV[5], 'actor', ARGV[6], 'evidence', ARGV[7])
local totals = 'totals:' .. chamber
local before = tonumber(redis.call('HGET', totals, 'i' .. indicator) or '0')
local credited = math.min(points, 20 + indicator * 37 % 61 - before)
if credited <= 0 then return 0 end
redis.call('HINCRBY', totals, 'i' .. indicator, credited)
redis.call('HINCRBY', totals, 'c' .. indicator % 8, credited)
redis.call('ZINCRBY', 'board:' .. math.floor(chamber / 1334), credited, chamber)
return credited
