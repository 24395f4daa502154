using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Ports.Signing;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Transparency;
using GreenFactory.Scoring.Json;
using Npgsql;

namespace GreenFactory.Application.Audit.Verification;

/// <summary>
/// Verifies a database against what stands outside it: pinned keys and kept heads. Reads as its owner and changes nothing; the caller opens
/// the snapshot (a repeatable-read transaction).
/// </summary>
public sealed class DatabaseAudit(NpgsqlConnection connection, ITrustedKeys trusted, ISignatureVerifier verifier)
{
    private readonly ListVerifier lists = new(verifier, trusted);

    /// <summary>Verifies.</summary>
    /// <param name="kept">Heads that were kept outside.</param>
    /// <param name="only">Code of one municipality, or null for all.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<AuditReport> VerifyAsync(IReadOnlyList<KeptCheckpoint> kept, string? only, CancellationToken cancellation)
    {
        var logs = new List<VerifiedLog>();
        var findings = new List<AuditFinding>();
        var municipalities = await RowsAsync("select id, code from public.municipality order by code", null, row => (Id: row.GetGuid(0), Code: row.GetString(1)), cancellation);
        foreach (var (id, code) in municipalities.Where(row => only is null || row.Code == only))
        {
            logs.Add(await VerifyAsync(id, code, kept, findings, cancellation));
        }

        return new AuditReport(logs, findings);
    }

    private async Task<VerifiedLog> VerifyAsync(Guid id, string code, IReadOnlyList<KeptCheckpoint> kept, List<AuditFinding> findings, CancellationToken cancellation)
    {
        var heads = new SignedHeads(code, trusted.All, verifier);
        foreach (var head in kept)
        {
            heads.Add(head);
        }

        var signed = await SignedListsAsync(id, cancellation);
        var packs = await RowsAsync(
            "select id, receipt_number, content, content_hash from public.district_pack where municipality_id = $1", id,
            row => (Id: row.GetGuid(0), Receipt: row.GetString(1), Content: row.GetString(2), Hash: row.GetString(3)), cancellation);
        foreach (var (where, document) in signed.Select(list => (list.Name, list.Document)).Concat(packs.Select(pack => ($"pack {pack.Receipt}", pack.Content))))
        {
            if (EmbeddedHead(document) is { Length: > 0 } note)
            {
                heads.Add(new KeptCheckpoint($"embedded in {where}", note));
            }
        }

        var check = new EventLogCheck(code, heads);
        var seals = new RecordedSeals();
        var recorded = new RecordedRows();
        await foreach (var entry in EventLogReader.ReadAsync(connection, id, cancellation))
        {
            check.Add(entry);
            seals.Add(entry);
            recorded.Add(entry);
        }

        check.End();
        findings.AddRange(check.Findings);
        findings.AddRange(heads.Findings);
        await CompareStateAsync(id, code, check, findings, cancellation);
        CompareLists(code, signed, seals, findings);
        ComparePacks(code, packs, seals, findings);
        await CompareOpinionsAsync(id, code, seals, findings, cancellation);
        CompareRows(code, recorded.Said, await new StoredRows(connection, id).ReadAsync(cancellation), findings);
        var scores = await CompareScoresAsync(id, code, seals, findings, cancellation);
        return new VerifiedLog(code, check.Size, Convert.ToBase64String(check.Root()), heads.Count, signed.Count, scores);
    }

    /// <summary>What the database remembers of the head must be the head.</summary>
    private async Task CompareStateAsync(Guid id, string code, EventLogCheck check, List<AuditFinding> findings, CancellationToken cancellation)
    {
        var rows = await RowsAsync(
            "select sequence, hash, subtrees from gf.audit_head where municipality_id = $1", id,
            row => (Sequence: row.GetInt64(0), Hash: row.GetString(1), Subtrees: row.GetFieldValue<byte[][]>(2)), cancellation);
        if (rows is [var state])
        {
            var root = state.Subtrees.Length == 0 ? HashTree.Root([]) : state.Subtrees.Reverse().Aggregate((right, left) => HashTree.NodeHash(left, right));
            if (state.Sequence != check.Next - 1 || state.Hash != check.LastHash || !root.AsSpan().SequenceEqual(check.Root()))
            {
                findings.Add(new AuditFinding(code, "state", $"The database remembers a log of {state.Sequence} events with another end than the {check.Size} events that are there."));
            }
        }
        else if (check.Size > 0)
        {
            findings.Add(new AuditFinding(code, "state", "The database does not remember the head of the log (gf.audit_head)."));
        }
    }

    private void CompareLists(string code, List<StoredList> signed, RecordedSeals seals, List<AuditFinding> findings)
    {
        foreach (var list in signed)
        {
            if (lists.Check(code, list.Document, list.Hash, list.Root, list.Signature).Fault is { } fault)
            {
                findings.Add(new AuditFinding(code, "list", $"The {list.Name} is not what a pinned key signed: {fault}"));
            }
            else if (!seals.Lists.Contains(list.Hash))
            {
                findings.Add(new AuditFinding(code, "list", $"The {list.Name} does not stand in the log of events."));
            }
        }

        var present = signed.Select(list => list.Hash).ToHashSet();
        findings.AddRange(seals.Lists.Where(hash => !present.Contains(hash)).Select(hash => new AuditFinding(code, "list", $"The log records a signed list {hash} that is gone.")));
    }

    private static void ComparePacks(string code, List<(Guid Id, string Receipt, string Content, string Hash)> packs, RecordedSeals seals, List<AuditFinding> findings)
    {
        foreach (var pack in packs)
        {
            if (CanonicalJson.Hash(pack.Content) != pack.Hash || seals.Packs.TryGetValue(pack.Id.ToString(), out var recorded) && recorded != pack.Hash)
            {
                findings.Add(new AuditFinding(code, "pack", $"The sealed pack {pack.Receipt} was changed."));
            }
        }

        var present = packs.Select(pack => pack.Id.ToString()).ToHashSet();
        findings.AddRange(seals.Packs.Keys.Where(id => !present.Contains(id)).Select(id => new AuditFinding(code, "pack", $"The log records a sealed pack {id} that is gone.")));
    }

    private async Task CompareOpinionsAsync(Guid id, string code, RecordedSeals seals, List<AuditFinding> findings, CancellationToken cancellation)
    {
        var rows = await RowsAsync(
            "select department_opinion_id, sequence, kind, text, reason, coalesce(attachment_hash, '') from public.opinion_version where municipality_id = $1",
            id,
            row => (Key: (Opinion: row.GetGuid(0), Sequence: row.GetInt32(1)), Said: new RecordedOpinion(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5))),
            cancellation);
        findings.AddRange(rows.Where(row => seals.Opinions.GetValueOrDefault(row.Key) != row.Said)
            .Select(row => new AuditFinding(code, "opinion", $"Version {row.Key.Sequence} of the department's opinion {row.Key.Opinion} is not what was recorded when it was given.")));
        var last = seals.Opinions.GroupBy(said => said.Key.Opinion).ToDictionary(versions => versions.Key, versions => versions.MaxBy(said => said.Key.Sequence).Value);
        var standing = await RowsAsync(
            "select id, coalesce(kind, ''), text, coalesce(attachment_hash, '') from public.department_opinion where municipality_id = $1",
            id,
            row => (Opinion: row.GetGuid(0), Said: (row.GetString(1), row.GetString(2), row.GetString(3))),
            cancellation);
        findings.AddRange(standing.Where(row => row.Said != (last.GetValueOrDefault(row.Opinion) is { } said ? (said.Kind, said.Text, said.AttachmentHash) : ("", "", "")))
            .Select(row => new AuditFinding(code, "opinion", $"The department's opinion {row.Opinion} that is shown is not the last one that was recorded.")));
        var present = rows.Select(row => row.Key).ToHashSet();
        findings.AddRange(seals.Opinions.Keys.Where(key => !present.Contains(key))
            .Select(key => new AuditFinding(code, "opinion", $"The log records version {key.Sequence} of the department's opinion {key.Opinion}, which is gone.")));
    }

    private static void CompareRows(string code, IReadOnlyDictionary<RowKey, string> recorded, IReadOnlyDictionary<RowKey, string> stored, List<AuditFinding> findings)
    {
        findings.AddRange(stored.Where(row => recorded.GetValueOrDefault(row.Key) != row.Value).Select(row => new AuditFinding(
            code, "row", recorded.ContainsKey(row.Key) ? $"{row.Key} is not what was recorded." : $"{row.Key} stands in no event: nobody recorded it.")));
        findings.AddRange(recorded.Keys.Where(key => !stored.ContainsKey(key)).Select(key => new AuditFinding(code, "row", $"The log records {key}, which is gone.")));
    }

    private async Task<int> CompareScoresAsync(Guid id, string code, RecordedSeals seals, List<AuditFinding> findings, CancellationToken cancellation)
    {
        var present = new HashSet<Guid>();
        await using var command = new NpgsqlCommand("select id, total, rule_set_hash, facts, score_sheet, content_hash from public.frozen_score where municipality_id = $1", connection)
        {
            Parameters = { new NpgsqlParameter { Value = id } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var score = reader.GetGuid(0);
            present.Add(score);
            var hash = ContentHashing.Sha256Hex(reader.GetString(2), reader.GetString(3), reader.GetString(4));
            if (hash != reader.GetString(5) || !seals.Scores.TryGetValue(score, out var recorded) || recorded.Hash != hash
                || decimal.Parse(recorded.Total, CultureInfo.InvariantCulture) != reader.GetDecimal(1))
            {
                findings.Add(new AuditFinding(code, "score", $"The frozen score {score} is not the one that was recorded when it was frozen."));
            }
        }

        findings.AddRange(seals.Scores.Keys.Where(score => !present.Contains(score)).Select(score => new AuditFinding(code, "score", $"The log records a frozen score {score} that is gone.")));
        return present.Count;
    }

    private Task<List<StoredList>> SignedListsAsync(Guid id, CancellationToken cancellation) => RowsAsync(
        """
        select 'notice ' || id, document, content_hash, merkle_root, signature from public.notice where municipality_id = $1
        union all
        select 'publication ' || id, document, content_hash, merkle_root, signature from public.publication where municipality_id = $1
        """,
        id,
        row => new StoredList(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)),
        cancellation);

    private async Task<List<T>> RowsAsync<T>(string text, Guid? municipality, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(text, connection);
        if (municipality is { } id)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = id });
        }

        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static string? EmbeddedHead(string document)
    {
        try
        {
            return JsonNode.Parse(document) is JsonObject members && members["eventLogHead"] is JsonValue value && value.TryGetValue<string>(out var note) ? note : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private sealed record StoredList(string Name, string Document, string Hash, string Root, string Signature);
}
