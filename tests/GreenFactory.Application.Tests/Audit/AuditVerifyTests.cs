using GreenFactory.Application.Audit.Verification;
using GreenFactory.Application.Ports;
using GreenFactory.Application.Signing;
using GreenFactory.Cli.Commands;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Transparency;
using GreenFactory.Infrastructure.Signing;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Audit;

/// <summary>What the owner of the database changes behind the portal's back is found by <c>gf audit verify</c> with the pinned keys and the kept heads.</summary>
public sealed class AuditVerifyTests(PublishedDatabase published) : IClassFixture<PublishedDatabase>
{
    /// <summary>Numbers the whole log again, as an owner would to hide a change.</summary>
    private const string Recompute =
        """
        do $$
        declare
          e record; leaf bytea; trees bytea[]; n bigint; previous text; chained text; m uuid := (select id from municipality where code = 'cq');
        begin
          trees := '{}'; n := 0; previous := repeat('0', 64);
          for e in select ev.id, ev as event, p as process from process_event ev join process p on p.id = ev.process_id where ev.municipality_id = m order by ev.sequence loop
            leaf := gf.leaf_hash(gf.event_entry(e.event, e.process));
            trees := gf.grow_tree(trees, n, leaf);
            n := n + 1;
            chained := gf.chain_hash(previous, leaf);
            update process_event set sequence = n, previous_hash = previous, hash = chained where id = e.id;
            previous := chained;
          end loop;
          update gf.audit_head set sequence = n, hash = previous, subtrees = trees where municipality_id = m;
        end $$;
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Heads => Path.Combine(published.Database.DataFolder, "checkpoints");

    private string Trust => Path.Combine(published.Database.DataFolder, TrustFile.FileName);

    [Fact]
    public async Task What_nobody_touched_holds_in_the_command_in_the_database_and_in_what_was_sealed()
    {
        var (code, text) = await RunAsync("audit", "verify", "--database", published.Database.OwnerConnectionString, "--trust", Trust, "--heads", Heads);
        Assert.True(code == 0, text);
        var report = await VerifyAsync("");
        Assert.Empty(report.Findings);
        var log = report.Logs.Single(row => row.Code == "cq");
        // The kept one, and those inside pack, notice and publication.
        Assert.Equal(4, log.Heads);
        Assert.Equal(2, log.Lists);
        Assert.True(log.Events > 20);
        await using var source = NpgsqlDataSource.Create(published.Database.OwnerConnectionString);
        await using var broken = source.CreateCommand("select gf.first_broken_event(id) from municipality where code = 'cq'");
        Assert.Equal(DBNull.Value, await broken.ExecuteScalarAsync(Cancellation));
    }

    [Theory]
    [InlineData("an altered event", "update process_event set summary = '什么也没有发生' where sequence = 5;", "event", "Event 5 ")]
    [InlineData("another payload", """update process_event set payload = '{"hash":"00"}' where kind = 'ListPublished';""", "event", "ListPublished")]
    [InlineData("another person", "update process set actor_name = '别人' where id = (select process_id from process_event where sequence = 7);", "event", "its process")]
    [InlineData("another reason", "update process set reason = '另有理由' where kind = 'DecideSelection';", "event", "its process")]
    [InlineData("another desk", "update process set desk = 'Admin' where id = (select process_id from process_event where sequence = 9);", "event", "its process")]
    [InlineData("another time of deciding", "update process set started_at = started_at - interval '1 day' where id = (select process_id from process_event where sequence = 7);", "event", "its process")]
    [InlineData("another kind of process", "update process set kind = 'SaveSection' where kind = 'DecideSelection';", "event", "its process")]
    [InlineData("a back-dated event", "update process_event set occurred_at = occurred_at - interval '30 days' where sequence = 8;", "event", "Event 8 ")]
    [InlineData("a deleted event", "delete from process_event where sequence = 6;", "gap", "Events 6 to 6 are missing")]
    [InlineData("two events exchanged", "update process_event set sequence = -1 where sequence = 4; update process_event set sequence = 4 where sequence = 5; update process_event set sequence = 5 where sequence = -1;", "event", "Event 4 ")]
    [InlineData("the end cut off, head and all", "delete from process_event where sequence > 10;" + Recompute, "head", "its end was cut off")]
    [InlineData("a change with the whole log numbered again", "update process_event set summary = '什么也没有发生' where sequence = 5;" + Recompute, "head", "rewritten")]
    [InlineData("an event taken out with the whole log numbered again", "delete from process_event where sequence = 6;" + Recompute, "head", "rewritten")]
    [InlineData("a total typed in", "update frozen_score set total = 99.99 where party = 'Final';", "score", "frozen score")]
    [InlineData("facts and hash of a score", "update frozen_score set facts = replace(facts, '1', '2'), content_hash = repeat('0', 64) where party = 'Final';", "score", "frozen score")]
    [InlineData("another list", "update publication set document = replace(document, '甲厂', '丙厂');", "list", "publication")]
    [InlineData("another opinion of a department", "update opinion_version set text = '另有情况';", "opinion", "department's opinion")]
    [InlineData("an opinion that is gone", "delete from opinion_version;", "opinion", "is gone")]
    [InlineData("the opinion that is shown", "update department_opinion set kind = 'Bars', text = '存在不得推荐情形' where kind is not null;", "opinion", "that is shown")]
    [InlineData("the hash of a file", "update evidence_file set content_hash = repeat('0', 64);", "row", "of evidence_file is not what was recorded")]
    [InlineData("the name of a file", "update evidence_file set file_name = '别的.pdf';", "row", "of evidence_file")]
    [InlineData("the requirement that a file proves", "update evidence_file set subject_code = 'neg1';", "row", "of evidence_file")]
    [InlineData("a file nobody uploaded", "insert into evidence_file select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).* from evidence_file e limit 1;", "row", "of evidence_file stands in no event")]
    [InlineData("a file that is gone", "delete from evidence_file;", "row", "which is gone")]
    [InlineData("what was submitted", "update submission set snapshot = replace(snapshot, '封存厂', '别的厂');", "row", "of submission")]
    [InlineData("who signed", "update submission set signed_by_name = '别人';", "row", "of submission")]
    [InlineData("a verdict's reason", "update indicator_verdict set reason = '另有理由';", "row", "of indicator_verdict")]
    [InlineData("the words of a return", "update change_request_item set text = '另有要求';", "row", "of change_request_item")]
    [InlineData("an answer to a return", "update change_request_item set answer = '另有答复';", "row", "of change_request_item")]
    [InlineData("a return that is gone", "delete from change_request_item; delete from change_request;", "row", "which is gone")]
    [InlineData("the reason of a conclusion", "update district_conclusion set reason = '另有理由';", "row", "of district_conclusion")]
    [InlineData("another conclusion", "update district_conclusion set kind = 'Decline';", "row", "of district_conclusion")]
    [InlineData("the conclusion of a visit", "update site_visit set conclusion = '另有结论';", "row", "of site_visit")]
    [InlineData("a line of a visit", "update site_visit_item set result = 'Mismatch' where position = 1;", "row", "of site_visit")]
    [InlineData("a ruling of the compliance check", "update compliance_ruling set remark = '另有说明';", "row", "of compliance_ruling")]
    [InlineData("who sealed a pack", "update district_pack set sealed_by_name = '别人';", "row", "of district_pack")]
    [InlineData("points of a decision", "update selection_decision set points = 99.99;", "row", "of selection_decision")]
    [InlineData("reason of a decision", "update selection_decision set reason = '另有理由';", "row", "of selection_decision")]
    [InlineData("the state of a case", "update declaration set state = 'NotShortlisted' where state = 'Published';", "row", "of declaration")]
    [InlineData("a changed pack", "update district_pack set content = replace(content, '封存厂', '别的厂');", "pack", "sealed pack")]
    public async Task Tampering_by_the_owner_is_found(string what, string sql, string kind, string words)
    {
        var report = await VerifyAsync(sql);
        Assert.True(report.Findings.Any(finding => finding.Kind == kind && finding.Message.Contains(words, StringComparison.Ordinal)), $"{what}: {string.Join('\n', report.Findings)}");
    }

    [Fact]
    public async Task Without_kept_heads_a_log_numbered_again_is_still_betrayed_by_the_heads_inside_sealed_documents()
    {
        var report = await VerifyAsync("update process_event set summary = '什么也没有发生' where sequence = 5;" + Recompute, keepHeads: false);
        Assert.Contains(report.Findings, finding => finding.Message.Contains("embedded in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_keys_that_sign_cannot_be_used_by_whoever_has_the_database_alone()
    {
        await using var source = NpgsqlDataSource.Create(published.Database.OwnerConnectionString);
        await using var command = source.CreateCommand("select algorithm, protected_private_key from signing_key");
        await using var keys = await command.ExecuteReaderAsync(Cancellation);
        var elsewhere = new ProtectedKeySigningDevice(new EphemeralDataProtectionProvider());
        var count = 0;
        while (await keys.ReadAsync(Cancellation))
        {
            var (algorithm, key) = (keys.GetString(0), keys.GetString(1));
            Assert.Throws<System.Security.Cryptography.CryptographicException>(() => elsewhere.Sign(algorithm, key, [1, 2, 3]));
            Assert.DoesNotContain("PRIVATE", key, StringComparison.OrdinalIgnoreCase);
            count++;
        }

        Assert.True(count >= 2, $"{count} keys");
    }

    [Fact]
    public void A_head_that_no_pinned_key_signed_proves_nothing_and_is_named()
    {
        var device = new ProtectedKeySigningDevice(new EphemeralDataProtectionProvider());
        var made = device.Create(SigningPurpose.EventLog);
        var verifier = new SignatureVerifier();
        var trust = new TrustFile(Trust);
        var origin = trust.All.First(key => key is { Use: SigningPurpose.EventLog, Municipality: "cq" }).Name!;
        var note = new SignedNote(new Checkpoint(origin, 3, new byte[32]).Text, []);
        var forged = note with
        {
            Signatures = [new NoteSignature(origin, new NoteKey(origin, verifier.NoteKeyOf(made.PublicKey)!).Hash, device.Sign(made.Algorithm, made.ProtectedPrivateKey, note.Message()))],
        };
        var heads = new SignedHeads("cq", trust.All, verifier);
        heads.Add(new KeptCheckpoint("forged", forged.Write()));
        Assert.Equal(0, heads.Count);
        Assert.Contains("not signed by a pinned key", Assert.Single(heads.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kept_head_is_a_note_that_other_programs_verify()
    {
        var verifier = new SignatureVerifier();
        var pin = new TrustFile(Trust).All.First(key => key is { Use: SigningPurpose.EventLog, Municipality: "cq" });
        Assert.True(SignedNote.TryRead(Assert.Single(CheckpointFolder.Read(Heads)).Note, out var note));
        Assert.True(Checkpoint.TryRead(note.Text, out var checkpoint));
        Assert.Equal(pin.Name, checkpoint.Origin);
        Assert.True(verifier.Verify(pin.Algorithm, Convert.FromBase64String(pin.PublicKey), note.Message(), note.Signatures[0].Signature));

        // The example of Go's golang.org/x/mod/sumdb/note, whose programs read ours.
        Assert.True(NoteKey.TryRead("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", out var key));
        Assert.True(SignedNote.TryRead(
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
            out var example));
        byte[] spki = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00, .. key.PublicKey];
        Assert.True(verifier.Verify("Ed25519", spki, example.Message(), example.Signatures[0].Signature));
        Assert.False(verifier.Verify("Ed25519", spki, [.. example.Message(), 0], example.Signatures[0].Signature));
    }

    [Fact]
    public async Task The_command_says_what_it_needs_and_when_it_could_not_read()
    {
        Assert.Equal(2, (await RunAsync("audit", "verify", "--trust", Trust)).Code);
        Assert.Equal(1, (await RunAsync("audit", "verify", "--database", "Host=127.0.0.1;Port=1", "--trust", Trust + ".none")).Code);
        Assert.Equal(3, (await RunAsync("audit", "verify", "--database", "Host=127.0.0.1;Port=1;Timeout=2", "--trust", Trust)).Code);
    }

    private async Task<AuditReport> VerifyAsync(string sql, bool keepHeads = true)
    {
        await using var connection = await published.OpenAsTamperingOwnerAsync(sql, Cancellation);
        return await new DatabaseAudit(connection, new TrustFile(Trust), new SignatureVerifier()).VerifyAsync(keepHeads ? CheckpointFolder.Read(Heads) : [], null, Cancellation);
    }

    private static async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, output, output, TimeProvider.System);
        return (code, output.ToString());
    }
}
