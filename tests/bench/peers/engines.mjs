// SPDX-License-Identifier: GPL-3.0-or-later
// The same conditions in the form of each engine. Every engine is { name, ask(customer) -> ids of all eligible offers }.
import { ZenEngine } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';

/** A decision table, hit policy collect: a column for each name, a row for each offer. */
export function zen(rules) {
    const names = [...new Set(rules.flatMap(rule => rule.when.map(c => c.name)))];
    const literal = v => JSON.stringify(v);
    const cell = {
        equals: c => literal(c.values[0]),
        in: c => c.values.map(literal).join(', '),
        at_least: c => `>= ${c.values[0]}`,
        at_most: c => `<= ${c.values[0]}`,
        between: c => `[${c.values[0]}..${c.values[1]}]`,
    };
    const table = {
        hitPolicy: 'collect', executionMode: 'single', passThrough: false, inputField: null, outputPath: null,
        inputs: names.map((name, i) => ({ id: `i${i}`, name, field: name })),
        outputs: [{ id: 'o', name: 'offer', field: 'offer' }],
        rules: rules.map((rule, r) => Object.fromEntries([['_id', `r${r}`], ['o', literal(rule.offer)],
            ...names.map((name, i) => [`i${i}`, rule.when.filter(c => c.name === name).map(c => cell[c.op](c))[0] ?? ''])])),
    };
    const node = (id, type, content) => ({ id, name: id, type, position: { x: 0, y: 0 }, content });
    const decision = new ZenEngine().createDecision({
        contentType: 'application/vnd.gorules.decision',
        nodes: [node('in', 'inputNode', {}), node('offers', 'decisionTableNode', table), node('out', 'outputNode', {})],
        edges: [{ id: 'a', type: 'edge', sourceId: 'in', targetId: 'offers' },
            { id: 'b', type: 'edge', sourceId: 'offers', targetId: 'out' }],
    });
    return { name: 'GoRules ZEN table', ask: async customer =>
        (await decision.evaluate(customer)).result.map(row => row.offer) };
}

/** One compiled function for each offer. */
export function jsonLogic(rules) {
    const at = c => ({ var: c.name });
    const condition = {
        equals: c => ({ '===': [at(c), c.values[0]] }),
        in: c => ({ in: [at(c), c.values] }),
        at_least: c => ({ '>=': [at(c), c.values[0]] }),
        at_most: c => ({ '<=': [at(c), c.values[0]] }),
        between: c => ({ '<=': [c.values[0], at(c), c.values[1]] }),
    };
    const engine = new LogicEngine();
    const compiled = rules.map(rule => [rule.offer, engine.build({ and: rule.when.map(c => condition[c.op](c)) })]);
    return { name: 'json-logic-engine, compiled', ask: async customer =>
        compiled.filter(([, holds]) => holds(customer)).map(([offer]) => offer) };
}

/** One rule for each offer; a fact for each name. */
export function jsonRules(rules) {
    const engine = new Engine();
    const conditions = {
        equals: c => [{ fact: c.name, operator: 'equal', value: c.values[0] }],
        in: c => [{ fact: c.name, operator: 'in', value: c.values }],
        at_least: c => [{ fact: c.name, operator: 'greaterThanInclusive', value: c.values[0] }],
        at_most: c => [{ fact: c.name, operator: 'lessThanInclusive', value: c.values[0] }],
        between: c => [{ fact: c.name, operator: 'greaterThanInclusive', value: c.values[0] },
            { fact: c.name, operator: 'lessThanInclusive', value: c.values[1] }],
    };
    for (const rule of rules)
        engine.addRule({ conditions: { all: rule.when.flatMap(c => conditions[c.op](c)) }, event: { type: rule.offer } });
    const flat = customer => Object.fromEntries(Object.entries(customer).flatMap(([of, values]) =>
        Object.entries(values).map(([name, value]) => [`${of}.${name}`, value])));
    return { name: 'json-rules-engine', ask: async customer =>
        (await engine.run(flat(customer))).events.map(event => event.type) };
}
