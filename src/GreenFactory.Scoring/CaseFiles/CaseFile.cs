using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.CaseFiles;

/// <summary>
/// One file a case, from which anybody recomputes every point: answers with their rows numbered, every parameter with its source, policies, gates with their evidence,
/// every version of what departments said, the whole sheet with its traces, the preference with its proof, ranking keys and hashes. Described in docs/case-file.md.
/// </summary>
public static class CaseFile
{
    /// <summary>The word that opens every case file.</summary>
    public const string Format = "greenfactory-casefile/2";

    /// <summary>The word of files from before confirmations stood in them; their preference was decided by what the rule set called confirmed.</summary>
    public const string FormerFormat = "greenfactory-casefile/1";

    /// <summary>The word that opens a part of a case file.</summary>
    public const string PartFormat = "greenfactory-casefile-part/1";

    internal const string Hashes = "hashes";
    internal const string Signature = "signature";

    /// <summary>The file without signature. <paramref name="sheet"/> is what <paramref name="set"/> makes of <paramref name="facts"/>, with its traces.</summary>
    public static JsonObject Build(CaseFileSubject subject, CompiledRuleSet set, Facts facts, ScoreSheet sheet, ConfirmedValues confirmed)
    {
        var preference = set.Prefer(facts, sheet.AsOf, confirmed, explain: true);
        var file = JsonBuild.Object(
            ("format", Format),
            ("case", JsonBuild.Object(
                ("number", subject.CaseNumber),
                ("organisation", subject.Organisation),
                ("creditCode", subject.CreditCode),
                ("district", subject.District),
                ("party", subject.Party),
                ("frozenAt", subject.FrozenAt),
                ("frozenHash", subject.FrozenHash))),
            ("ruleSet", JsonBuild.Object(("id", sheet.RuleSetId), ("version", sheet.RuleSetVersion), ("hash", sheet.RuleSetHash), ("asOf", sheet.AsOf.ToString("O", CultureInfo.InvariantCulture)))),
            ("facts", Numbered(facts)),
            ("parameters", JsonBuild.Array(Parameters(sheet, preference), node => node)),
            ("confirmations", JsonBuild.Array(Confirmations(sheet, preference, confirmed), node => node)),
            ("policies", RuleSetWriter.Policies(set.RuleSet.Policies)),
            ("gates", JsonBuild.Array(sheet.Gates, gate => JsonBuild.Object(
                ("code", gate.Code),
                ("title", gate.Title),
                ("mandatory", gate.Mandatory),
                ("state", ScoreSheetJson.Camel(gate.State)),
                ("evidence", Evidence(subject.Evidence.Where(file => file.Subject == gate.Code)))))),
            ("evidence", Evidence(subject.Evidence.Where(file => sheet.Gates.All(gate => gate.Code != file.Subject)))),
            ("opinions", JsonBuild.Array(subject.Opinions, Question)),
            ("sheet", ScoreSheetJson.Node(sheet)),
            ("preference", preference is null ? null : Preference(preference)),
            ("ranking", JsonBuild.Object(("points", Points(sheet)), ("submittedAt", subject.SubmittedAt), ("caseNumber", subject.CaseNumber))));
        file[Hashes] = new JsonObject(file.Where(member => member.Key != "format").Select(member => KeyValuePair.Create(member.Key, (JsonNode?)HashOf(member.Value))));
        return file;
    }

    /// <summary>The text that is signed: the file without its signature as RFC 8785 writes it.</summary>
    public static string ToSign(JsonObject file)
    {
        var copy = file.DeepClone().AsObject();
        copy.Remove(Signature);
        return Rfc8785.Write(copy);
    }

    /// <summary>The text of the signed file.</summary>
    public static string Write(JsonObject file, CaseFileSignature? signature)
    {
        if (signature is not null)
        {
            file[Signature] = JsonBuild.Object(
                ("algorithm", signature.Algorithm), ("key", signature.Key), ("publicKey", signature.PublicKey), ("signedAt", signature.SignedAt), ("value", signature.Value));
        }

        return Rfc8785.Write(file);
    }

    /// <summary>One indicator of a sheet, with its trace: a part of a case file, which by itself proves no total and says so.</summary>
    public static string Part(ScoreSheet sheet, string indicator) => Rfc8785.Write(JsonBuild.Object(
        ("format", PartFormat),
        ("partOf", Format),
        ("note", "这是案件文件的一部分，只有一项指标的计算过程；总分、基本要求和优先推荐条件请用整份案件文件复算。"),
        ("indicator", indicator),
        ("sheet", ScoreSheetJson.Node(sheet with { Indicators = [.. sheet.Indicators.Where(row => row.Code == indicator)] }))));

    internal static string HashOf(JsonNode? member) => CanonicalJson.Hash(Rfc8785.Write(member));

    /// <summary>The answers as they were frozen; a row of several says which it is, from 1 on.</summary>
    private static JsonObject Numbered(Facts facts)
    {
        var node = FactsJson.Node(facts);
        foreach (var (code, rows) in (node["groups"] as JsonObject ?? []).ToList())
            node["groups"]![code] = new JsonArray([.. rows!.AsArray().Index().Select(row => (JsonNode)new JsonObject { ["row"] = Text(row.Index + 1), ["answers"] = row.Item!.DeepClone() })]);
        return node;
    }

    private static JsonArray Evidence(IEnumerable<CaseFileEvidence> files) => JsonBuild.Array(files, file => JsonBuild.Object(
        ("subject", file.Subject), ("name", file.Name), ("sha256", file.Sha256), ("givenAt", file.GivenAt)));

    private static JsonObject Question(CaseFileQuestion question) => JsonBuild.Object(
        ("department", question.Department),
        ("state", question.State),
        ("askedAt", question.AskedAt),
        ("versions", JsonBuild.Array(question.Versions, said => JsonBuild.Object(
            ("version", Text(said.Version)),
            ("kind", said.Kind),
            ("text", said.Text),
            ("reason", said.Reason),
            ("givenBy", said.GivenBy),
            ("givenAt", said.GivenAt),
            ("attachment", said.Attachment),
            ("attachmentSha256", said.AttachmentSha256)))));

    /// <summary>Every cell of a table that the sheet or the preference looked up, once.</summary>
    private static IEnumerable<JsonNode> Parameters(ScoreSheet sheet, PreferenceReading? preference) =>
        CellsOf(sheet, preference).DistinctBy(node => (node.Code, node.Source!.Key, node.Source.From)).Select(ParameterOf).OrderBy(node => Rfc8785.Write(node), StringComparer.Ordinal);

    /// <summary>Of these the rows that two administrators compared with the text.</summary>
    private static IEnumerable<JsonNode> Confirmations(ScoreSheet sheet, PreferenceReading? preference, ConfirmedValues confirmed) =>
        from source in CellsOf(sheet, preference).Select(node => node.Source!).DistinctBy(source => (source.Table, source.Key, source.From))
        let value = confirmed.Of(source.Fingerprint)
        where value is not null
        orderby source.Table, source.Key, source.From
        select JsonBuild.Object(
            ("table", source.Table),
            ("key", source.Key),
            ("from", source.From?.ToString("O", CultureInfo.InvariantCulture)),
            ("clause", value.Clause),
            ("page", value.Page),
            ("file", value.FileSha256),
            ("confirmedAt", value.ConfirmedAt));

    private static IEnumerable<TraceNode> CellsOf(ScoreSheet sheet, PreferenceReading? preference)
    {
        var roots = sheet.Indicators.Select(row => row.Trace).OfType<TraceNode>()
            .Concat((preference?.Rows ?? []).SelectMany(row => row.Proof is { } proof ? new[] { proof.Value, proof.Limit } : []));
        return roots.SelectMany(Cells);
    }

    internal static IEnumerable<TraceNode> Cells(TraceNode node) => node.Source is null ? node.Arguments.SelectMany(Cells) : [node];

    internal static JsonObject ParameterOf(TraceNode node)
    {
        var parameter = TraceJson.Node(node with { Operation = "", Label = "", Formula = "", Arguments = [] });
        parameter.Remove("source");
        foreach (var (name, value) in TraceJson.Source(node.Source!).ToList())
            parameter[name] = value!.DeepClone();
        return parameter;
    }

    private static JsonObject Preference(PreferenceReading reading) => JsonBuild.Object(
        ("state", ScoreSheetJson.Camel(reading.State)),
        ("reason", reading.Reason),
        ("rows", JsonBuild.Array(reading.Rows, row => JsonBuild.Object(
            ("product", row.Product),
            ("level", row.Level),
            ("value", JsonBuild.Number(row.Value)),
            ("limit", JsonBuild.Number(row.Limit)),
            ("unit", row.Unit),
            ("state", ScoreSheetJson.Camel(row.State)),
            ("reason", row.Reason),
            ("proof", row.Proof is { } proof ? JsonBuild.Object(("value", TraceJson.Node(proof.Value)), ("limit", TraceJson.Node(proof.Limit))) : null)))));

    private static string Points(ScoreSheet sheet) => sheet.Total.ToString("F" + Text(sheet.Places), CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
