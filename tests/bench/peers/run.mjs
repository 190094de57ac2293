// SPDX-License-Identifier: GPL-3.0-or-later
// node run.mjs FOLDER REPEATS SECONDS OFFERS...: all eligible of N offers by other engines, one thread. Every engine's
// answers are held against ours for every customer before the clock starts; one that differs is a failure, not a figure.
// Prints JSON: [{engine, version, offers, repeats: [{perCpuSecond, perSecond}]}].
import { readFileSync } from 'node:fs';
import { jsonLogic, jsonRules, zen } from './engines.mjs';

const [folder, repeats, seconds, ...sizes] = process.argv.slice(2);
const versions = JSON.parse(readFileSync(new URL('package.json', import.meta.url))).dependencies;
const packages = [[zen, '@gorules/zen-engine'], [jsonLogic, 'json-logic-engine'], [jsonRules, 'json-rules-engine']];
const lines = (file, size) => readFileSync(`${folder}/${file}_${size}.ndjson`, 'utf8').trim().split('\n').map(l => JSON.parse(l));
const say = text => process.stderr.write(`${text}\n`);

async function check(engine, customers, expected) {
    for (let i = 0; i < customers.length; ++i) {
        const got = JSON.stringify((await engine.ask(customers[i])).sort());
        if (got !== JSON.stringify([...expected[i]].sort()))
            throw new Error(`${engine.name}: customer ${i} gets ${got}, by our engine ${JSON.stringify(expected[i])}`);
    }
}

async function time(engine, customers) {
    const begin = process.hrtime.bigint();
    const cpuBegin = process.cpuUsage();
    let done = 0;
    while (Number(process.hrtime.bigint() - begin) < seconds * 1e9)
        for (let end = done + 8; done < end; ++done)
            await engine.ask(customers[done % customers.length]);
    const cpu = process.cpuUsage(cpuBegin);
    return { perCpuSecond: done / ((cpu.user + cpu.system) / 1e6),
        perSecond: done / (Number(process.hrtime.bigint() - begin) / 1e9) };
}

const out = [];
for (const size of sizes) {
    const rules = JSON.parse(readFileSync(`${folder}/rules_${size}.json`));
    const customers = lines('customers', size);
    const expected = lines('eligible', size);
    for (const [make, name] of packages) {
        const engine = make(rules);
        // json-rules-engine needs seconds where others need milliseconds: fewer customers, the same check.
        const asked = make === jsonRules ? customers.slice(0, 50) : customers;
        await check(engine, asked, expected);
        const row = { engine: engine.name, version: versions[name], offers: Number(size), checked: asked.length, repeats: [] };
        for (let r = 0; r < repeats; ++r)
            row.repeats.push(await time(engine, asked));
        say(`${row.engine} ${row.version}, ${size} offers: ${row.repeats.map(r => r.perCpuSecond.toFixed(0)).join(' ')} a CPU second`);
        out.push(row);
    }
}
console.log(JSON.stringify(out));
