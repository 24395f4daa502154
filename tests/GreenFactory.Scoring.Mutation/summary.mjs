// Adds the JSON reports of the mutation run up to one table, by folder of GreenFactory.Scoring, and lists the mutants that nothing noticed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const out = process.argv[2];
const mutants = new Map();
for (const part of readdirSync(out).sort()) {
  const report = join(out, part, "reports", "mutation-report.json");
  if (!existsSync(report)) continue;
  for (const [path, file] of Object.entries(JSON.parse(readFileSync(report, "utf8")).files)) {
    const name = path.replaceAll("\\", "/").split("GreenFactory.Scoring/").at(-1);
    for (const mutant of file.mutants) {
      // A report names every mutant of the project; those of other parts are ignored in it by the filter of files.
      if (mutant.status === "Ignored" && mutant.statusReason === "Removed by mutate filter") continue;
      const { start, end } = mutant.location;
      const key = [name, start.line, start.column, end.line, end.column, mutant.mutatorName, mutant.replacement].join("|");
      mutants.set(key, { name, line: start.line, ...mutant });
    }
  }
}

const columns = ["Killed", "Timeout", "Survived", "NoCoverage", "CompileError", "Ignored"];
const rows = new Map();
const add = (row, status) => {
  if (!rows.has(row)) rows.set(row, Object.fromEntries(columns.map((column) => [column, 0])));
  rows.get(row)[status]++;
};
for (const mutant of mutants.values()) {
  add(mutant.name.includes("/") ? mutant.name.split("/")[0] : mutant.name, mutant.status);
  add("all", mutant.status);
}

const lines = ["| Folder | Mutants | Killed | Timeout | Survived | No coverage | Score | Does not compile | Left out |", "|---|---|---|---|---|---|---|---|---|"];
for (const [row, n] of [...rows].sort(([a], [b]) => (a === "all") - (b === "all") || a.localeCompare(b))) {
  const found = n.Killed + n.Timeout;
  const tried = found + n.Survived + n.NoCoverage;
  const score = tried === 0 ? "–" : `${((100 * found) / tried).toFixed(2)} %`;
  lines.push(`| ${row} | ${tried} | ${n.Killed} | ${n.Timeout} | ${n.Survived} | ${n.NoCoverage} | ${score} | ${n.CompileError} | ${n.Ignored} |`);
}

const left = [...mutants.values()].filter((m) => m.status === "Survived" || m.status === "NoCoverage")
  .sort((a, b) => a.name.localeCompare(b.name) || a.line - b.line)
  .map((m) => `${m.name}:${m.line} ${m.status} ${m.mutatorName}: ${m.replacement.replace(/\s+/g, " ").slice(0, 160)}`);
writeFileSync(join(out, "survivors.txt"), left.join("\n") + "\n");
writeFileSync(join(out, "summary.md"), lines.join("\n") + "\n");
console.log(lines.join("\n"));
