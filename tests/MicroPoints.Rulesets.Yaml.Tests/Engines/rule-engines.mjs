// Another rule engine, asked line by line. Arguments: the folder of its package, its name.
// {"load":[{"conditions":N,"rules":…,"facts":[…]}]} is answered with the verdicts of each set's facts, a mark a condition: + met, - not
// met, ! not to be decided; {"seconds":N,"atOnce":K} with how many facts a second it then decides, and its slowest of a hundred.
import { createRequire } from 'node:module';
import readline from 'node:readline';

const [, , folder, name] = process.argv;
const engines = {
  // Its explanation is the tree of results that every run gives.
  'json-rules-engine': ({ Engine }) => ({ rules, counters }) => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    const counted = new WeakMap();
    const count = ({ params: { counter } }, almanac) => {
      const counts = counted.get(almanac) ?? {};
      counts[counter] = (counts[counter] ?? 0) + 1;
      counted.set(almanac, counts);
      almanac.addRuntimeFact(counter, counts[counter]);
    };
    for (const rule of rules) engine.addRule(rule.event.type === 'count' ? { ...rule, onSuccess: count } : rule);
    const zero = Object.fromEntries([['always', true], ...counters.map(c => [c, 0])]);
    return {
      decide: facts => engine.run({ ...zero, ...facts }),
      met: ({ events }) => { const types = new Set(events.map(e => e.type)); return key => types.has(key); },
    };
  },
  // Its explanation is the trace, which is asked for.
  '@gorules/zen-engine': ({ ZenEngine }) => rules => {
    const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(rules)));
    return { decide: facts => decision.evaluate(facts, { trace: true }), met: ({ result }) => key => result[key] === true };
  },
};
const prepare = engines[name](createRequire(`${folder}/`)(name));

const verdicts = (conditions, met) => Array.from({ length: conditions }, (_, i) => met(`m${i}`) ? '+' : met(`p${i}`) ? '!' : '-').join('');

let loaded = [];
async function load(sets) {
  loaded = [];
  const answers = [];
  for (const { conditions, rules, facts } of sets) {
    const { decide, met } = prepare(rules);
    for (const each of facts) {
      answers.push(verdicts(conditions, met(await decide(each))));
      loaded.push(() => decide(each));
    }
  }
  return answers;
}

async function measure(seconds, atOnce) {
  const now = () => Number(process.hrtime.bigint()) / 1e9;
  const [began, took] = [now(), []];
  let done = 0;
  const caller = async () => {
    while (now() - began < seconds) {
      const asked = now();
      await loaded[done++ % loaded.length]();
      took.push(now() - asked);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  const elapsed = now() - began;
  took.sort((a, b) => a - b);
  const at = part => took[Math.floor(part * (took.length - 1))] * 1e6;
  return { perSecond: took.length / elapsed, p50: at(0.5), p99: at(0.99) };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  console.log(JSON.stringify(message.load ? await load(message.load) : await measure(message.seconds, message.atOnce)));
}
