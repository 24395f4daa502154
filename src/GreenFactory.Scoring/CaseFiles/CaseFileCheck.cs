using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.CaseFiles;

/// <summary>What is wrong in a case file: where, and a Chinese sentence.</summary>
public sealed record CaseFileFault(string Place, string Message);

/// <summary>A case file as it was read: its sheet, what is wrong in it, and what was signed by whom; the signature is none where nobody signed.</summary>
public sealed record CaseFileReading(ScoreSheet Sheet, IReadOnlyList<CaseFileFault> Faults, CaseFileSignature? Signature, string Signed);

/// <summary>
/// Recomputes a case file: hashes of its parts, every step and sum of the sheet, answers and parameters that the steps say they used, gates, versions of opinions, preference and ranking keys.
/// Needs neither rule set nor database.
/// </summary>
public static class CaseFileCheck
{
    /// <summary>Whether a document says that it is a case file.</summary>
    public static bool IsCaseFile(string text) => Says(text, CaseFile.Format) || Says(text, CaseFile.FormerFormat);

    /// <summary>Whether a document is a part of a case file, from which nothing can be proved.</summary>
    public static bool IsPart(string text) => Says(text, CaseFile.PartFormat);

    /// <summary>Reads and recomputes a case file.</summary>
    /// <exception cref="JsonException">The text is not a case file.</exception>
    public static CaseFileReading Read(string text)
    {
        if (!IsCaseFile(text) || Parse(text) is not { } file)
            throw new JsonException($"Expected the format {CaseFile.Format}.");
        try
        {
            var faults = new List<CaseFileFault>();
            Hashes(file, faults);
            var sheet = ScoreSheetReader.Read(file.Object("sheet").ToJsonString(new JsonSerializerOptions { MaxDepth = CanonicalJson.MaxDepth }));
            faults.AddRange(Recomputation.Check(sheet).Select(m => new CaseFileFault($"sheet.{m.Where}", $"记录为“{m.Recorded}”，复算为“{m.Recomputed}”。")));
            var facts = Facts(file);
            var parameters = (file["parameters"] as JsonArray ?? []).Select(node => Rfc8785.Write(node)).ToHashSet(StringComparer.Ordinal);
            foreach (var row in sheet.Indicators.Where(row => row.Trace is not null))
                Sources(row.Trace!, $"sheet.{row.Code}", null, facts, parameters, faults);
            Gates(file, sheet, facts, faults);
            Opinions(file, faults);
            if (file["preference"] is JsonObject preference)
            {
                Preference(preference, facts, parameters, faults);
                if (Says(text, CaseFile.Format))
                    Confirmed(file, preference, faults);
            }

            Heads(file, sheet, faults);
            return new CaseFileReading(sheet, faults, SignatureOf(file), CaseFile.ToSign(file));
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or OverflowException)
        {
            throw new JsonException("The text is not a case file.", e);
        }
    }

    /// <summary>Whether the text is an object that names this format; what cannot be read names none.</summary>
    private static bool Says(string text, string format)
    {
        try
        {
            return Parse(text) is { } file && file["format"] is JsonValue said && said.TryGetValue<string>(out var name) && name == format;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    private static JsonObject? Parse(string text) => CanonicalJson.Parse(text) as JsonObject;

    private static void Hashes(JsonObject file, List<CaseFileFault> faults)
    {
        var hashes = file.Object(CaseFile.Hashes);
        foreach (var name in file.Select(member => member.Key).Union(hashes.Select(member => member.Key)).Where(name => name is not ("format" or CaseFile.Hashes or CaseFile.Signature)))
        {
            if (!file.ContainsKey(name) || hashes.Text(name) != CaseFile.HashOf(file[name]))
                faults.Add(new CaseFileFault(name, "内容与文件中登记的指纹不一致，导出之后被改动过。"));
        }
    }

    private static Facts Facts(JsonObject file)
    {
        var facts = file.Object("facts").DeepClone().AsObject();
        foreach (var (code, rows) in (facts["groups"] as JsonObject ?? []).ToList())
            facts["groups"]![code] = new JsonArray([.. rows!.AsArray().Select(row => row!["answers"]?.DeepClone())]);
        return FactsJson.Read(facts.ToJsonString()) is { Problems.Count: 0 } read ? read.Facts : throw new FormatException("facts");
    }

    /// <summary>Answers and parameters that a trace says it used must be those of the file.</summary>
    private static void Sources(TraceNode node, string where, int? row, Facts facts, HashSet<string> parameters, List<CaseFileFault> faults)
    {
        if (node.Source is not null && !parameters.Contains(Rfc8785.Write(CaseFile.ParameterOf(node))))
            faults.Add(new CaseFileFault(where, $"计算所用的参数“{node.Label}”与“parameters”中列出的不一致。"));
        if (node is { Operation: "input", State: ValueState.Known, Value: { } used } && PlaceOf(node.Code, row) is { } place && !Says(place.In(facts), used))
            faults.Add(new CaseFileFault($"facts.{place}", $"填报的“{place.In(facts)?.Text}”与计算所用的“{DecimalText.Write(used)}”不一致（{node.Label}）。"));
        var isByRow = node.Operation is "weightedMean" || node.Operation.EndsWith(" rows", StringComparison.Ordinal);
        foreach (var (index, argument) in node.Arguments.Index())
            Sources(argument, where, isByRow ? index : row, facts, parameters, faults);
    }

    private static AnswerPlace? PlaceOf(string code, int? row) => code.Split('.') switch
    {
        [var group, var input] when row is { } number => AnswerPlace.OfCell(group, number, input),
        [var input] => AnswerPlace.OfInput(input),
        _ => null,
    };

    private static bool Says(Answer? answer, decimal used) =>
        answer is not null && (TypedText.TryReadNumber(answer.Text, out var number, out _) ? number == used : TypedText.TryReadBoolean(answer.Text, out var flag) && used == (flag ? 1m : 0m));

    private static void Gates(JsonObject file, ScoreSheet sheet, Facts facts, List<CaseFileFault> faults)
    {
        var told = file.Each("gates", gate => (gate.Text("code"), gate.Enum<GateState>("state")));
        if (!told.SequenceEqual(sheet.Gates.Select(gate => (gate.Code, gate.State))))
            faults.Add(new CaseFileFault("gates", "基本要求与得分表中的不一致。"));
        foreach (var gate in sheet.Gates)
        {
            var state = !facts.Gates.TryGetValue(gate.Code, out var met) ? GateState.Missing : met ? GateState.Passed : GateState.Failed;
            if (state != gate.State)
                faults.Add(new CaseFileFault(AnswerPlace.OfGate(gate.Code).ToString(), "基本要求的结论与填报的回答不一致。"));
        }
    }

    /// <summary>The versions of an opinion are all there, and every one after the first says why it corrects the one before.</summary>
    private static void Opinions(JsonObject file, List<CaseFileFault> faults)
    {
        foreach (var opinion in (file["opinions"] as JsonArray ?? []).Select(node => node!.AsObject()))
        {
            var versions = (opinion["versions"] as JsonArray ?? []).Select(node => node!.AsObject());
            if (versions.Index().Any(said => said.Item.Text("version") != (said.Index + 1).ToString(CultureInfo.InvariantCulture) || (said.Index > 0) != (said.Item.Text("reason").Length > 0)))
                faults.Add(new CaseFileFault($"opinions.{opinion.Text("department")}", "意见的各版不连续，或更正没有理由。"));
        }
    }

    private static void Preference(JsonObject preference, Facts facts, HashSet<string> parameters, List<CaseFileFault> faults)
    {
        var states = new List<PreferenceState>();
        foreach (var (index, item) in (preference["rows"] as JsonArray ?? []).Index())
        {
            var (row, where) = (item!.AsObject(), $"preference.rows[{index}]");
            var state = row.Enum<PreferenceState>("state");
            states.Add(state);
            if (row["proof"] is not JsonObject proof)
            {
                if (state is PreferenceState.Met or PreferenceState.NotMet)
                    faults.Add(new CaseFileFault(where, "有结论而没有依据。"));
                continue;
            }

            var trace = new TraceRecomputation(true, (at, recorded, recomputed) => faults.Add(new CaseFileFault(at, $"记录为“{recorded}”，复算为“{recomputed}”。")));
            var (value, limit) = (TraceJson.Read(proof.Object("value")), TraceJson.Read(proof.Object("limit")));
            var (x, most) = (trace.Redo(value, $"{where}.value", 1m), trace.Redo(limit, $"{where}.limit", 1m));
            Sources(value, $"{where}.value", index, facts, parameters, faults);
            Sources(limit, $"{where}.limit", index, facts, parameters, faults);
            if (row.OptionalDecimal("value") != value.Value || row.OptionalDecimal("limit") != limit.Value)
                faults.Add(new CaseFileFault(where, "数值与依据中的不一致。"));
            if (state is PreferenceState.Met or PreferenceState.NotMet && (!x.IsKnown || !most.IsKnown || state is PreferenceState.Met == x.Number > most.Number))
                faults.Add(new CaseFileFault($"{where}.state", "结论与数值的比较不一致。"));
        }

        var whole = states.Contains(PreferenceState.NotMet) ? PreferenceState.NotMet : states.Contains(PreferenceState.Undecided) ? PreferenceState.Undecided : PreferenceState.Met;
        if (states.Count > 0 && preference.Enum<PreferenceState>("state") != whole)
            faults.Add(new CaseFileFault("preference.state", "总的结论与各产品的结论不一致。"));
    }

    /// <summary>A preference is decided by what is official or was compared with the text, and by nothing else.</summary>
    private static void Confirmed(JsonObject file, JsonObject preference, List<CaseFileFault> faults)
    {
        var confirmed = file.Each("confirmations", row => (row.Text("table"), row.Text("key"), row.Text("from"))).ToHashSet();
        foreach (var (index, item) in (preference["rows"] as JsonArray ?? []).Index())
        {
            if (item!.AsObject().Enum<PreferenceState>("state") is not (PreferenceState.Met or PreferenceState.NotMet) || item["proof"] is not JsonObject proof)
                continue;
            foreach (var source in new[] { "value", "limit" }.SelectMany(part => CaseFile.Cells(TraceJson.Read(proof.Object(part)))).Select(node => TraceJson.Source(node.Source!)))
            {
                if (source.Text("provenance") != "official" && !confirmed.Contains((source.Text("table"), source.Text("key"), source.Text("from"))))
                    faults.Add(new CaseFileFault($"preference.rows[{index}].state", $"结论所依据的“{source.Text("label")}”的{source.Text("column")}没有与标准原文核对的记录。"));
            }
        }
    }

    private static void Heads(JsonObject file, ScoreSheet sheet, List<CaseFileFault> faults)
    {
        var (ranking, head, set, policies) = (file.Object("ranking"), file.Object("case"), file.Object("ruleSet"), file.Object("policies"));
        if (ranking.Decimal("points") != sheet.Total)
            faults.Add(new CaseFileFault("ranking.points", $"排名所用的得分应为总分 {DecimalText.Write(sheet.Total)}。"));
        if (ranking.Text("caseNumber") != head.Text("number"))
            faults.Add(new CaseFileFault("ranking.caseNumber", "排名所用的案件编号与案件的不一致。"));
        if ((set.Text("id"), set.Text("version"), set.Text("hash")) != (sheet.RuleSetId, sheet.RuleSetVersion, sheet.RuleSetHash))
            faults.Add(new CaseFileFault("ruleSet", "规则集与得分表中的不一致。"));
        if (policies.Object("rounding").Decimal("places") != sheet.Places || policies.Text("notApplicable") != (file["sheet"]!.AsObject().Text("notApplicable") is { Length: > 0 } word ? word : policies.Text("notApplicable")))
            faults.Add(new CaseFileFault("policies", "处理办法与得分表中的不一致。"));
        if (policies.OptionalDecimal("scaleTo") is { } full && full != sheet.Max)
            faults.Add(new CaseFileFault("policies.scaleTo", "满分与得分表中的不一致。"));
    }

    private static CaseFileSignature? SignatureOf(JsonObject file) => file[CaseFile.Signature] is JsonObject signature
        ? new CaseFileSignature(signature.Text("algorithm"), signature.Text("key"), signature.Text("publicKey"), signature.Text("signedAt"), signature.Text("value")) : null;
}
