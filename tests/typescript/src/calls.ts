// The demo's calls, by a client whose every type comes from the OpenAPI document.
// MICROPOINTS_ADDRESS says where the server is, MICROPOINTS_KEY who asks, MICROPOINTS_CHAMBER about whom.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "../generated/micropoints.js";

type Activity = components["schemas"]["ActivityToRecord"];
type Problem = components["schemas"]["Problem"];

function setting(name: string): string {
  return process.env[name] ?? assert.fail(`${name} is not set`);
}

const client = createClient<paths>({
  baseUrl: setting("MICROPOINTS_ADDRESS"),
  headers: { Authorization: `Bearer ${setting("MICROPOINTS_KEY")}` },
});
const chamber = setting("MICROPOINTS_CHAMBER");

function record(activity: Activity) {
  return client.POST("/api/v1/chambers/{chamber}/activities", { params: { path: { chamber } }, body: activity });
}

/** What was answered, where it is no problem. */
function answered<T>(answer: { data?: T; error?: Problem }): T {
  return answer.data ?? assert.fail(`refused: ${answer.error?.refusal} ${answer.error?.detail}`);
}

const award: Activity = {
  id: "typescript-1", kind: "federation.awarded", on: "2026-11-02", points: 1.5, reason: "商会工作有特色",
};

const first = answered(await record(award));
assert.equal(first.answer, "recorded");
console.log(`recorded ${first.sequence}, credited ${first.credited.map(line => `${line.indicator} ${line.counted}`).join(", ")}`);

const again = answered(await record(award));
assert.equal(again.answer, "exists");
assert.deepEqual([again.sequence, again.hash], [first.sequence, first.hash]);
console.log(`exists ${again.sequence}`);

const other = await record({ ...award, points: 2 });
assert.equal(other.response.status, 409);
assert.equal(other.error?.refusal, "exists-with-different-points");
console.log(`refused ${other.response.status} ${other.error.refusal}`);

const scorecard = answered(await client.GET("/api/v1/chambers/{chamber}/scorecard", {
  params: { path: { chamber }, query: { period: "2026" } },
}));
const credited = first.credited.reduce((sum, line) => sum + line.counted, 0);
assert.ok(credited > 0 && scorecard.points >= credited, `${scorecard.points} with ${credited}`);
console.log(`scorecard ${scorecard.ruleset} ${scorecard.points}`);

const standings = answered(await client.GET("/api/v1/standings", { params: { query: { period: "2026", chamber, limit: 5 } } }));
const own = standings.asked ?? assert.fail("the asked chamber's own line is missing");
assert.equal(own.points, scorecard.points);
assert.ok(standings.standings.some(line => line.chamber === chamber));
console.log(`standings of ${standings.total}, points ${own.points}`);
