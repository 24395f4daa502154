using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Application.Ports.Signing;
using GreenFactory.Application.Signing;
using GreenFactory.Cli.Support;
using GreenFactory.Infrastructure.Signing;
using GreenFactory.Scoring.CaseFiles;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Cli.Commands;

/// <summary>Computes a case file, or a sheet alone, again from its own traces, without rule set or database; who signed is told, and whether the signature holds.</summary>
internal static class RecomputeCommand
{
    private static readonly ISignatureVerifier Verifier = new SignatureVerifier();

    public static int Run(Arguments arguments, TextWriter output, TextWriter error)
    {
        var file = arguments.After(1, 1)[0];
        if (!File.Exists(file))
            throw new RefusedException([$"gf: there is no file '{file}'"]);
        try
        {
            var text = File.ReadAllText(file);
            if (CaseFileCheck.IsPart(text))
                throw new RefusedException([$"{file}: 这是案件文件的一部分，只有一项指标；请下载整份案件文件再复算。"]);
            return CaseFileCheck.IsCaseFile(text) ? Case(arguments, file, CaseFileCheck.Read(text), output, error) : Sheet(arguments, file, ScoreSheetReader.Read(text), output, error);
        }
        catch (JsonException e)
        {
            throw new RefusedException([$"{file}:{(e.LineNumber ?? 0) + 1}: {e.Message}"]);
        }
    }

    private static int Case(Arguments arguments, string file, CaseFileReading reading, TextWriter output, TextWriter error)
    {
        List<CaseFileFault> faults = [.. reading.Faults];
        if (reading.Signature is { } signature && !Holds(signature, reading.Signed))
            faults.Add(new CaseFileFault("signature", "签名与内容不符，文件在签名之后被改动过。"));
        var signed = reading.Signature is { } by ? $"签名密钥指纹 {by.Key}，{by.SignedAt}；请与平台公布的密钥核对" : "文件没有签名";
        foreach (var fault in faults)
            error.WriteLine($"{file}: {fault.Place}: {fault.Message}");
        if (arguments.Flag("json"))
        {
            Json.Write(output, new JsonObject
            {
                ["sound"] = faults.Count == 0,
                ["total"] = reading.Sheet.Total.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["signedBy"] = reading.Signature?.Key,
                ["faults"] = Json.Array(faults, fault => new JsonObject { ["place"] = fault.Place, ["message"] = fault.Message }),
            });
        }
        else if (faults.Count == 0)
        {
            output.WriteLine($"总分 {reading.Sheet.Total}：{reading.Sheet.Indicators.Count} 项全部复算一致，答案、参数、基本要求和优先推荐的依据相符。{signed}。");
        }

        return faults.Count == 0 ? 0 : 1;
    }

    /// <summary>Whether the signature is of the key that the file names, over what the file says. Whether that key is to be believed is not in the file.</summary>
    private static bool Holds(CaseFileSignature signature, string signed)
    {
        var (key, value) = (Bytes(signature.PublicKey), Bytes(signature.Value));
        return PinnedKey.FingerprintOf(key) == signature.Key && Verifier.Verify(signature.Algorithm, key, Encoding.UTF8.GetBytes(signed), value);
    }

    private static byte[] Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : [];
    }

    private static int Sheet(Arguments arguments, string file, ScoreSheet sheet, TextWriter output, TextWriter error)
    {
        var mismatches = Recomputation.Check(sheet);
        foreach (var mismatch in mismatches)
            error.WriteLine($"{file}: {mismatch.Where}: recorded {mismatch.Recorded}, recomputed {mismatch.Recomputed}");
        if (arguments.Flag("json"))
        {
            Json.Write(output, new JsonObject
            {
                ["sound"] = mismatches.Count == 0,
                ["total"] = sheet.Total.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["mismatches"] = Json.Array(mismatches, m => new JsonObject { ["where"] = m.Where, ["recorded"] = m.Recorded, ["recomputed"] = m.Recomputed }),
            });
        }
        else if (mismatches.Count == 0)
        {
            output.WriteLine($"总分 {sheet.Total}：{sheet.Indicators.Count} 项全部复算一致。");
        }

        return mismatches.Count == 0 ? 0 : 1;
    }
}
