#!/usr/bin/env node
// Recomputes case files of GreenFactory (docs/case-file.md). It shares nothing with the portal: fractions of its own, the standard library of Node.js 20 alone.
//   node tools/recompute.mjs FILE...      one case file each; exit code 1 when something does not come out as recorded
//   node tools/recompute.mjs --lines      case files from standard input, one a line; one line of JSON each on standard output
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
// --- fractions -----------------------------------------------------------------------------------------------------------------
const [ZERO, ONE] = [{ n: 0n, d: 1n }, { n: 1n, d: 1n }];
const [FORMAT, LIMIT] = ["greenfactory-casefile/2", 2n ** 96n];
const POWERS = Array.from({ length: 60 }, (_, i) => 10n ** BigInt(i));
class Unreckonable extends Error {}
const abs = (n) => (n < 0n ? -n : n);
const gcd = (a, b) => { while (b !== 0n) [a, b] = [b, a % b]; return a; };
function ratio(n, d) {
  if (d === 0n) throw new Unreckonable("division by zero");
  if (d < 0n) [n, d] = [-n, -d];
  const common = d === 1n ? 1n : gcd(abs(n), d);
  return common === 1n ? { n, d } : { n: n / common, d: d / common };
}
const NUMBERS = new Map(); // what was read once; weights and levels come again and again
function number(text) {
  const read = NUMBERS.get(text);
  if (read) return read;
  if (NUMBERS.size > 20000) NUMBERS.clear();
  NUMBERS.set(text, parse(text));
  return NUMBERS.get(text);
}
function parse(text) {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match || match[2].length + (match[3] ?? "").length === 0) throw new Error(`no number: ${text}`);
  const digits = BigInt(match[2] + (match[3] ?? ""));
  return ratio(match[1] === "-" ? -digits : digits, POWERS[(match[3] ?? "").length]);
}
const add = (a, b) => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
const subtract = (a, b) => add(a, { n: -b.n, d: b.d });
const multiply = (a, b) => ratio(a.n * b.n, a.d * b.d);
const divide = (a, b) => ratio(a.n * b.d, a.d * b.n);
const compare = (a, b) => { const left = a.n * b.d, right = b.n * a.d; return left < right ? -1 : left > right ? 1 : 0; };
const sign = (a) => (a.n > 0n ? 1 : a.n < 0n ? -1 : 0);
const least = (a, b) => (compare(b, a) < 0 ? b : a);
const most = (a, b) => (compare(b, a) > 0 ? b : a);
const between = (x, low, high) => (compare(x, low) < 0 ? low : compare(x, high) > 0 ? high : x);
function digitsAt(x, places, halfToEven) {
  const above = abs(x.n) * POWERS[places];
  let whole = above / x.d;
  const twice = (above - whole * x.d) * 2n; if (twice > x.d || (twice === x.d && !(halfToEven && whole % 2n === 0n))) whole += 1n;
  return x.n < 0n ? -whole : whole;
}
const round = (x, places, halfToEven) => ratio(digitsAt(x, places, halfToEven), POWERS[places]);
/** As the file writes a number: the most decimals, at most 28, with which the digits stay below 2^96; half to even. */
function written(x) {
  for (let places = 28; places >= 0; places--) {
    const digits = digitsAt(x, places, true);
    if (abs(digits) < LIMIT) return ratio(digits, POWERS[places]);
  }
  throw new Unreckonable("beyond range");
}
function text(x) {
  let [n, places] = [x.n, 0];
  while (n % x.d !== 0n && places < 40) [n, places] = [n * 10n, places + 1];
  const digits = abs(n / x.d).toString().padStart(places + 1, "0");
  return (x.n < 0n ? "-" : "") + (places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`);
}
// --- values: { state, x } for numbers and conditions, { state, text } for words -----------------------------------------------------
const RANK = { error: 3, missing: 2, notApplicable: 1 };
const [known, not] = [(x) => ({ state: "known", x }), (state) => ({ state })];
const truth = (flag) => known(flag ? ONE : ZERO);
const isKnown = (v) => v.state === "known";
const isTrue = (v) => isKnown(v) && v.x !== undefined && v.x.n !== 0n;
const worst = (values) => values.filter((v) => !isKnown(v)).reduce((bad, v) => (bad === null || RANK[v.state] > RANK[bad.state] ? v : bad), null);
function recorded(node) {
  if (node.state) return not(node.state);
  return node.value !== undefined ? known(number(node.value)) : { state: "known", text: node.text ?? "" };
}
// --- one case file -------------------------------------------------------------------------------------------------------------
class Recomputation {
  constructor(file) {
    this.file = file;
    this.faults = [];
    this.exact = file.sheet.arithmetic === "exact";
    this.weightOf = new Map();
  }
  fault(place, message) { if (this.faults.length < 1000) this.faults.push({ place, message }); }
  settle(x) {
    if (!this.exact) return written(x);
    if (abs(x.n) >= LIMIT * x.d) throw new Unreckonable("beyond range");
    return x;
  }
  same(place, was, now) {
    const told = number(was ?? "0");
    if (told.n === now.n && told.d === now.d) return;
    const shown = written(now);
    if (compare(told, shown) !== 0) this.fault(place, `记录为“${was}”，复算为“${text(shown)}”。`);
  }
  run() {
    const { sheet } = this.file;
    this.hashes();
    this.bonus = new Set((sheet.groups ?? []).filter((g) => g.bonus).map((g) => g.code));
    this.weights = (sheet.indicators ?? []).filter((i) => !this.bonus.has(i.group)).reduce((sum, i) => add(sum, number(i.weight)), ZERO);
    this.max = number(sheet.max);
    const points = (sheet.indicators ?? []).map((row) => this.row(row));
    const total = this.sums(points);
    const parameters = new Set((this.file.parameters ?? []).map(canonical));
    for (const row of sheet.indicators ?? []) if (row.trace) this.sources(row.trace, `sheet.${row.code}`, null, parameters);
    this.gates();
    this.opinions();
    if (this.file.preference) this.preference(this.file.preference, parameters);
    if (compare(number(this.file.ranking.points), total) !== 0) this.fault("ranking.points", `排名所用的得分应为总分 ${text(total)}。`);
    return { total: text(total), points: Object.fromEntries(sheet.indicators.map((row, i) => [row.code, text(written(points[i]))])), faults: this.faults };
  }
  hashes() {
    for (const name of new Set([...Object.keys(this.file), ...Object.keys(this.file.hashes)])) {
      if (["format", "hashes", "signature"].includes(name)) continue;
      const hash = createHash("sha256").update(canonical(this.file[name] ?? null), "utf8").digest("hex");
      if (!(name in this.file) || hash !== this.file.hashes[name]) this.fault(name, "内容与文件中登记的指纹不一致，导出之后被改动过。");
    }
  }
  row(row) {
    const root = row.trace;
    const counted = root?.args?.[0]; if (root?.op !== "round" || root.code !== row.code || !counted) {
      this.fault(`sheet.${row.code}`, "没有计算过程。");
      return number(row.exactScore);
    }
    const due = this.exact && !this.bonus.has(row.group) && compare(this.weights, this.max) !== 0 && sign(this.weights) !== 0;
    if (this.exact && due !== (counted.op === "normalise")) this.fault(`sheet.${row.code}`, "换算为满分的一步多出或缺少。");
    if (this.exact && counted.op === "normalise") ["full", "weights"].forEach((part, i) => this.same(`sheet.${row.code} ${part}`, counted.args[i + 1].value, [this.max, this.weights][i]));
    const points = this.redo(counted, `sheet.${row.code}`, number(row.weight)).x ?? ZERO;
    this.same(`sheet.${row.code} score`, row.score, this.rounded(points)); this.same(`sheet.${row.code} trace`, root.value, number(row.score));
    this.same(`sheet.${row.code} exactScore`, row.exactScore, points);
    return points;
  }
  rounded(x) { return round(x, Number(this.file.sheet.rounding.places), this.file.sheet.rounding.mode === "toEven"); }
  spread(points, full, applicable) {
    return compare(full, applicable) === 0 || sign(applicable) === 0 ? points : this.settle(divide(this.settle(multiply(points, full)), applicable));
  }
  sums(points) {
    const { sheet } = this.file;
    const perRow = sheet.rounding.at === "indicator";
    const scale = sign(this.weights) === 0 ? ONE : divide(this.max, this.weights);
    const spreads = ["normaliseWithinGroup", "normaliseWithinTotal"].includes(sheet.notApplicable);
    let [sum, whole, applicable, bonus] = [ZERO, ZERO, ZERO, ZERO];
    for (const group of sheet.groups ?? []) {
      const rows = sheet.indicators.map((row, i) => ({ row, points: points[i] })).filter((r) => r.row.group === group.code);
      let [exact, rounded, max] = [ZERO, ZERO, ZERO];
      for (const { row, points: earned } of rows) {
        const weight = number(row.weight);
        const full = !this.exact ? number(row.max) : spreads && row.state === "notApplicable" ? ZERO : group.bonus ? weight : multiply(weight, scale);
        this.same(`sheet.${row.code} max`, row.max, full);
        [exact, rounded, max] = [this.settle(add(exact, earned)), add(rounded, number(row.score)), this.settle(add(max, full))];
      }
      const isSpread = sheet.notApplicable === "normaliseWithinGroup" && sign(max) !== 0 && rows.some((r) => sign(number(r.row.max)) === 0);
      const full = !this.exact ? number(group.max) : group.bonus ? number(group.weight) : isSpread ? multiply(number(group.weight), scale) : max;
      const bring = (x) => (group.bonus ? least(x, full) : this.spread(x, full, max));
      const score = this.rounded(bring(perRow ? rounded : exact));
      this.same(`sheet.${group.code} score`, group.score, score);
      this.same(`sheet.${group.code} exactScore`, group.exactScore, bring(exact));
      this.same(`sheet.${group.code} max`, group.max, full);
      if (this.exact) this.same(`sheet.${group.code} adjustment`, group.adjustment, subtract(score, rounded));
      if (group.bonus) bonus = add(bonus, score);
      else [sum, whole, applicable] = [add(sum, score), this.settle(add(whole, bring(exact))), this.settle(add(applicable, full))];
    }
    if (!this.exact) applicable = number(sheet.applicableMax);
    else if (sheet.indicators.every((row) => sign(number(row.max)) !== 0)) applicable = this.max;
    this.same("sheet.applicableMax", sheet.applicableMax, applicable);
    const exactTotal = this.spread(whole, this.max, applicable);
    const cap = this.rounded(this.max);
    let total = this.rounded(this.spread(perRow ? sum : whole, this.max, applicable));
    if (compare(total, cap) > 0 && compare(this.rounded(exactTotal), cap) <= 0) total = cap;
    this.same("sheet.exactTotal", sheet.exactTotal, exactTotal); this.same("sheet.total", sheet.total, total); this.same("sheet.adjustment", sheet.adjustment, subtract(total, sum));
    this.same("sheet.bonus", sheet.bonus, bonus);
    return total;
  }
  /** Works a step out, and everything before it. `weight` is what the points are points of. */
  redo(node, place, weight) {
    const share = node.op === "choose" ? this.settle(divide(weight, number(node.factor))) : weight;
    const args = (node.args ?? []).map((arg, i) => this.redo(arg, `${place}/${i}:${arg.op}`, share));
    const was = recorded(node);
    let now; try {
      now = this.apply(node, args, this.exact ? weight : number(node.factor ?? "0")) ?? was;
    } catch (problem) {
      if (!(problem instanceof Unreckonable)) throw problem;
      now = not("error");
    }
    if (this.exact && ["linear", "ratio", "inverseRatio", "clauses", "bonus", "weightedMean"].includes(node.op)) this.same(`${place} weight`, node.factor, weight);
    if (now.state !== was.state) this.fault(place, `状态记录为“${was.state}”，复算为“${now.state}”。`);
    else if (isKnown(now) && node.value !== undefined) this.same(place, node.value, now.x ?? ZERO);
    return now;
  }
  apply(node, a, weight) {
    const factor = () => number(node.factor ?? "0");
    const orWorst = (values, result) => worst(values) ?? result();
    const x = (i) => a[i].x;
    switch (node.op) {
      case "literal": case "input": case "parameter": case "given": case "either": case "rows": return null;
      case "+": return orWorst(a, () => known(this.settle(add(x(0), x(1)))));
      case "-": return orWorst(a, () => known(this.settle(subtract(x(0), x(1)))));
      case "*": return orWorst(a, () => known(this.settle(multiply(x(0), x(1)))));
      case "/": return orWorst(a, () => known(this.settle(divide(x(0), x(1)))));
      case "=": case "!=": case "<": case "<=": case ">": case ">=": return orWorst(a, () => truth(holds(node.op, a[0].text !== undefined ? (a[0].text < a[1].text ? -1 : a[0].text > a[1].text ? 1 : 0) : compare(x(0), x(1)))));
      case "and": return decide(a, false);
      case "or": return decide(a, true);
      case "not": return isKnown(a[0]) ? truth(!isTrue(a[0])) : a[0];
      case "negate": return isKnown(a[0]) ? known({ n: -x(0).n, d: x(0).d }) : a[0];
      case "scale": return isKnown(a[0]) ? known(this.settle(multiply(x(0), factor()))) : a[0];
      case "if": return !isKnown(a[0]) ? a[0] : isTrue(a[0]) ? a[1] : a[2];
      case "sum": case "avg": case "min": case "max": case "sum rows": case "avg rows": case "min rows": case "max rows": return this.fold(node.op.slice(0, 3), a);
      case "count rows": return orWorst(a, () => known({ n: BigInt(a.filter(isTrue).length), d: 1n }));
      case "distinct rows": return orWorst(a, () => known({ n: BigInt(new Set(a.map((v) => v.text)).size), d: 1n }));
      case "linear": return this.linear(weight, node.formula === "positive", a);
      case "row":
        this.weightOf.set(node, a[0]);
        return !isKnown(a[1]) ? a[1] : !isKnown(a[0]) ? a[0] : sign(x(0)) < 0 ? not("error") : a[1];
      case "weightedMean": return this.mean(node, a);
      case "same": case "clause": case "definition": case "child": return a[0];
      case "ratio": case "inverseRatio": return this.ratio(weight, node.op === "ratio", isKnown(a[2]) ? x(2) : null, a);
      case "clauses": return clauses(node, a, weight);
      case "bonus": return isKnown(a[0]) ? known(between(x(0), ZERO, weight)) : a[0];
      case "choose": return this.choose(node, a);
      case "total": return a.some(isKnown) ? known(least(a.filter(isKnown).reduce((sum, v) => add(sum, v.x), ZERO), weight)) : null;
      case "counted": return known(isKnown(a[0]) ? x(0) : factor());
      case "normalise": return known(this.settle(divide(this.settle(multiply(x(0), x(1))), x(2))));
      case "round": return node.code ? known(round(x(0), Number(node.factor), node.formula === "toEven"))
        : orWorst(a, () => (x(1).d !== 1n || x(1).n < 0n || x(1).n > 12n ? not("error") : known(round(x(0), Number(x(1).n), false))));
      case "abs": return orWorst(a, () => known({ n: abs(x(0).n), d: x(0).d }));
      case "clamp": return orWorst(a, () => (compare(x(1), x(2)) > 0 ? not("error") : known(between(x(0), x(1), x(2)))));
      case "known": return a[0].state === "error" ? a[0] : truth(isKnown(a[0]));
      case "missing": return a[0].state === "error" ? a[0] : truth(a[0].state === "missing");
      case "orelse": return ["missing", "notApplicable"].includes(a[0].state) ? a[1] : a[0];
      case "count": return isKnown(a[0]) ? known({ n: BigInt(choices(node).length), d: 1n }) : a[0];
      case "has": return orWorst(a, () => truth(choices(node).includes(a[1].text)));
      case "oneof": return orWorst(a, () => truth(a.slice(1).some((v) => v.text === a[0].text)));
      default: throw new Error(`no such step: ${node.op}`);
    }
  }
  fold(name, a) {
    if (a.length === 0) return not("missing");
    const bad = worst(a); if (bad) return bad;
    const step = name === "min" ? least : name === "max" ? most : (p, q) => this.settle(add(p, q));
    const result = a.map((v) => v.x).reduce(step);
    return known(name === "avg" ? this.settle(divide(result, { n: BigInt(a.length), d: 1n })) : result);
  }
  linear(weight, positive, a) {
    const bad = worst(a); if (bad) return bad;
    const [x, l, b] = a.map((v) => v.x);
    const order = compare(l, b);
    if (order !== 0 && positive !== order > 0) return not("error");
    const way = positive ? 1 : -1;
    if (compare(x, l) * way >= 0) return known(weight);
    if (compare(x, b) * way <= 0) return known(ZERO);
    const points = this.settle(divide(this.settle(multiply(weight, this.settle(subtract(x, b)))), this.settle(subtract(l, b))));
    return known(between(points, ZERO, weight));
  }
  ratio(weight, positive, cap, [value, leading]) {
    const bad = worst([value, leading]); if (bad) return bad;
    if (sign(leading.x) <= 0) return not("error");
    if (!positive && sign(value.x) <= 0) return cap ? known(this.settle(multiply(weight, cap))) : not("error");
    const [above, below] = positive ? [value.x, leading.x] : [leading.x, value.x];
    const points = this.settle(divide(this.settle(multiply(weight, above)), below));
    const top = this.settle(multiply(weight, cap ?? number("1000")));
    return !cap && compare(points, top) > 0 ? not("error") : known(between(points, ZERO, top));
  }
  mean(node, a) {
    if (a.length === 0) return not("missing");
    const rows = a.map((earned, i) => ({ earned, weight: this.weightOf.get(node.args[i]) })).filter((r) => r.earned.state !== "notApplicable");
    if (rows.length === 0) return not("notApplicable");
    const weights = rows.map((r) => r.weight);
    if (!worst(weights) && sign(weights.reduce((sum, w) => add(sum, w.x), ZERO)) <= 0) return not("error");
    const bad = worst([...rows.map((r) => r.earned), ...weights]);
    if (bad) return bad;
    let [sum, total] = [ZERO, ZERO];
    for (const { earned, weight } of rows) [sum, total] = [this.settle(add(sum, this.settle(multiply(weight.x, earned.x)))), this.settle(add(total, weight.x))];
    const points = rows.map((r) => r.earned.x);
    return known(between(this.settle(divide(sum, total)), points.reduce(least), points.reduce(most)));
  }
  choose(node, a) {
    const [take, taken] = [Number(node.factor), (node.args ?? []).flatMap((child, i) => (child.formula === "taken" ? [i] : []))];
    const best = a.map((v, i) => ({ v, i })).filter((c) => isKnown(c.v)).sort((p, q) => compare(q.v.x, p.v.x) || p.i - q.i).slice(0, take).map((c) => c.i).sort((p, q) => p - q);
    if (node.formula === "best" ? taken.join() !== best.join() : taken.length > take) this.fault(node.op, "采用的各项不是应当采用的各项。");
    const counting = node.formula === "best" ? a : taken.map((i) => a[i]);
    if (counting.some(isKnown)) return known(taken.map((i) => a[i]).filter(isKnown).reduce((sum, v) => add(sum, v.x), ZERO));
    if (counting.some((v) => v.state === "error")) return not("error");
    return not(counting.length > 0 && counting.every((v) => v.state === "notApplicable") ? "notApplicable" : "missing");
  }
  /** Answers and parameters that a trace says it used must be those of the file. */
  sources(node, place, row, parameters) {
    if (node.source) {
      const told = { code: node.code, state: node.state, value: node.value, text: node.text, reason: node.reason, unit: node.unit, factor: node.factor, ...node.source };
      if (!parameters.has(canonical(told))) this.fault(place, `计算所用的参数“${node.label}”与“parameters”中列出的不一致。`);
    }
    if (node.op === "input" && !node.state && node.value !== undefined) {
      const [group, input] = node.code.includes(".") ? node.code.split(".") : [null, node.code];
      if (group === null || row !== null) {
        const facts = this.file.facts;
        const answer = group === null ? facts.inputs?.[input] : facts.groups?.[group]?.[row]?.answers?.[input];
        const where = group === null ? `facts.inputs.${input}` : `facts.groups.${group}[${row}].${input}`;
        if (answer === undefined || !says(answer, number(node.value))) this.fault(where, `填报的“${answer}”与计算所用的“${node.value}”不一致（${node.label}）。`);
      }
    }
    const byRow = node.op === "weightedMean" || node.op.endsWith(" rows");
    (node.args ?? []).forEach((arg, i) => this.sources(arg, place, byRow ? i : row, parameters));
  }
  /** A preference is decided by what is official or was compared with the text of its standard. */
  confirmed({ source, args = [] }, place) {
    const found = (c) => c.table === source.table && c.key === source.key && c.from === source.from;
    if (source && source.provenance !== "official" && !(this.file.confirmations ?? []).some(found)) this.fault(`${place}.state`, `结论所依据的“${source.label}”的${source.column}没有与标准原文核对的记录。`);
    args.forEach((arg) => this.confirmed(arg, place));
  }
  gates() {
    const { gates = [], sheet, facts } = this.file;
    if (canonical(gates.map((g) => [g.code, g.state])) !== canonical((sheet.gates ?? []).map((g) => [g.code, g.state]))) this.fault("gates", "基本要求与得分表中的不一致。");
    for (const gate of gates) {
      const met = facts.gates?.[gate.code];
      if (gate.state !== (met === undefined ? "missing" : met ? "passed" : "failed")) this.fault(`gates.${gate.code}`, "基本要求的结论与填报的回答不一致。");
    }
  }
  opinions() {
    for (const { department, versions = [] } of this.file.opinions ?? []) if (versions.some((said, i) => said.version !== `${i + 1}` || (i > 0) !== Boolean(said.reason))) this.fault(`opinions.${department}`, "意见的各版不连续，或更正没有理由。");
  }
  preference(preference, parameters) {
    this.exact = true; // the verdict was never reached by rounded steps
    (preference.rows ?? []).forEach((row, i) => {
      const place = `preference.rows[${i}]`;
      const decided = row.state === "met" || row.state === "notMet";
      if (!row.proof) return decided && this.fault(place, "有结论而没有依据。");
      const [value, limit] = ["value", "limit"].map((part) => this.redo(row.proof[part], `${place}.${part}`, ONE));
      for (const part of ["value", "limit"]) {
        this.sources(row.proof[part], `${place}.${part}`, i, parameters);
        if (row[part] !== row.proof[part].value) this.fault(place, "数值与依据中的不一致。");
        if (decided && this.file.format === FORMAT) this.confirmed(row.proof[part], place);
      }
      if (decided && (!isKnown(value) || !isKnown(limit) || (row.state === "met") === compare(value.x, limit.x) > 0)) this.fault(`${place}.state`, "结论与数值的比较不一致。");
    });
    const states = (preference.rows ?? []).map((row) => row.state);
    const whole = states.includes("notMet") ? "notMet" : states.includes("undecided") ? "undecided" : "met";
    if (states.length > 0 && preference.state !== whole) this.fault("preference.state", "总的结论与各产品的结论不一致。");
  }
}
const holds = (op, order) => ({ "=": order === 0, "!=": order !== 0, "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0 })[op];
const choices = (node) => (node.args[0].text ?? "").split("、").filter((c) => c.length > 0);
function decide(a, deciding) {
  if (a.some((v) => v.state === "error")) return not("error");
  if (a.some((v) => isKnown(v) && isTrue(v) === deciding)) return truth(deciding);
  return worst(a) ?? truth(!deciding);
}
function clauses(node, a, weight) {
  const bad = a.find((v) => !isKnown(v)); if (bad) return bad;
  if (a.some((v, i) => node.args[i].formula === "required" && !isTrue(v))) return known(ZERO);
  return known(least(a.reduce((sum, v, i) => (isTrue(v) ? add(sum, number(node.args[i].factor ?? "0")) : sum), ZERO), weight));
}
/** Whether what was typed is the number or the yes or no that was used. */
function says(answer, used) {
  const typed = [...String(answer).trim()].map((c) => (c >= "！" && c <= "～" ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : c === "。" ? "." : "−–—﹣".includes(c) ? "-" : c)).join("").replace(/[,\u00a0\u2007\u2009\u202f\u066c]/g, "");
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(typed)) return compare(number(typed), used) === 0;
  const flag = ["true", "True", "是", "有", "yes"].includes(typed) ? ONE : ["false", "否", "无", "no"].includes(typed) ? ZERO : null;
  return flag !== null && compare(flag, used) === 0;
}
/** RFC 8785, for documents without numbers: JSON.stringify writes texts as it demands. */
function canonical(node) {
  if (Array.isArray(node)) return `[${node.map(canonical).join(",")}]`;
  if (node === null || typeof node !== "object") return JSON.stringify(node);
  return `{${Object.keys(node).filter((key) => node[key] !== undefined).sort().map((key) => `${JSON.stringify(key)}:${canonical(node[key])}`).join(",")}}`;
}
function signature(file) {
  if (!file.signature) return "文件没有签名";
  const [{ signature: signed, ...rest }, der] = [file, Buffer.from(file.signature.publicKey, "base64")];
  const key = { key: createPublicKey({ key: der, format: "der", type: "spki" }), dsaEncoding: "ieee-p1363" };
  const held = createHash("sha256").update(der).digest("hex") === signed.key
    && verify(signed.algorithm === "ES256" ? "sha256" : null, Buffer.from(canonical(rest), "utf8"), key, Buffer.from(signed.value, "base64"));
  if (!held) throw new Error("签名与内容不符，文件在签名之后被改动过。");
  return `签名密钥指纹 ${signed.key}，请与平台公布的密钥核对`;
}
function recompute(content) {
  const file = JSON.parse(content);
  if (![FORMAT, "greenfactory-casefile/1"].includes(file.format)) throw new Error(`format: 这不是案件文件（${FORMAT}）。`);
  const result = new Recomputation(file).run();
  try {
    return { ...result, by: signature(file) };
  } catch (problem) {
    result.faults.push({ place: "signature", message: problem.message });
    return result;
  }
}
if (process.argv[2] === "--lines") {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { total, points, faults } = recompute(line);
    process.stdout.write(`${JSON.stringify({ total, points, faults })}\n`);
  }
} else {
  for (const name of process.argv.slice(2)) {
    try {
      const { total, faults, by, points } = recompute(readFileSync(name, "utf8"));
      for (const { place, message } of faults) console.error(`${name}: ${place}: ${message}`);
      if (faults.length > 0) process.exitCode = 1; else console.log(`${name}: 总分 ${total}，${Object.keys(points).length} 项全部复算一致。${by}。`);
    } catch (problem) {
      console.error(`${name}: ${problem.message}`);
      process.exitCode = 1;
    }
  }
}
