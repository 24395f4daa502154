using System.Text;
using GreenFactory.Application.CaseFiles;
using GreenFactory.Application.Honours;
using GreenFactory.Application.PublicSite;
using GreenFactory.Application.Signing;
using GreenFactory.Application.Tests.Audit;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Infrastructure.Signing;
using GreenFactory.Scoring.CaseFiles;
using GreenFactory.Scoring.Json;
using GreenFactory.Testing.Cases;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Honours;

/// <summary>The public verification believes the pinned keys and what they signed, whatever the owner of the database writes into its tables.</summary>
public sealed class VerifyTamperingTests(PublishedDatabase published) : IClassFixture<PublishedDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Certificate => published.Published.Units[0].Row.CertificateNumber;

    private string SignedName => published.Published.Units[0].Row.Name;

    [Theory]
    [InlineData("another name in the register", "update green_unit set name = '重庆冒名厂' where certificate_number = $C", "重庆冒名厂")]
    [InlineData("another district in the register", "update green_unit set district_name = '渝中区' where certificate_number = $C", "渝中区")]
    [InlineData("another title of the list", "update publication set title = '假名单'", "假名单")]
    [InlineData("another document number", "update publication set document_number = '假文号〔2026〕1号'", "假文号")]
    [InlineData("another level in the register", "update green_unit set level = 'National' where certificate_number = $C", "级别")]
    [InlineData("removed in the register alone", "update green_unit set state = 'Removed' where certificate_number = $C", "移出")]
    [InlineData("a row replaced along with leaf hash and root", "update publication_row set text = replace(text, '核验', '冒名'), leaf_hash = repeat('a', 64); update publication set merkle_root = repeat('b', 64)", "根")]
    [InlineData("a row replaced alone", "update publication_row set text = replace(text, '核验', '冒名')", "登记的各行")]
    [InlineData("another document", "update publication set document = replace(document, '核验', '冒名')", "根与各行不一致")]
    [InlineData("another former name in the register", "update green_unit set former_names = '重庆冒名厂' where certificate_number = $C", "曾用名")]
    [InlineData("another year in the register", "update green_unit set admitted_year = 2019 where certificate_number = $C", "首次列入年度")]
    [InlineData("another certificate's honour", "update honour set certificate_number = '2026-F-777' where certificate_number = $C; update green_unit set certificate_number = '2026-F-777' where certificate_number = $C", "2026-F-777")]
    public async Task A_tampered_table_is_named_and_what_is_shown_stays_what_was_signed(string what, string sql, string words)
    {
        await TamperedAsync(sql.Replace("$C", $"'{Certificate}'", StringComparison.Ordinal), async () =>
        {
            var found = await VerifyAsync(Certificate);
            Assert.False(found.Holds, what);
            Assert.Contains(words, string.Join('\n', found.Faults), StringComparison.Ordinal);
            Assert.True(found.Verification is null || found.Verification.Row.Name == SignedName);
            await NothingForgedIsShownAsync(what, words);
        });
        Assert.True((await VerifyAsync(Certificate)).Holds);
        Assert.All(await RegisterAsync(), row => Assert.True(row.Proof is RegisterProof.Signed or RegisterProof.Earlier));
    }

    /// <summary>The lists that everybody sees say what was signed, or that it cannot be believed.</summary>
    private async Task NothingForgedIsShownAsync(string what, string words)
    {
        var register = await RegisterAsync();
        var signed = published.Published.Units.Select(unit => (unit.Row.Name, unit.Row.CreditCode.Value, unit.Row.District, unit.Row.CertificateNumber, "", 2026, HonourLevel.Municipal, GreenUnitState.Valid)).ToList();
        Assert.All(register.Where(row => row.Proof is RegisterProof.Signed or RegisterProof.Differs).Select(row => row.Shown), row => Assert.Contains(
            (row.Name, row.CreditCode, row.DistrictName, row.CertificateNumber, row.FormerNames, row.AdmittedYear, row.Level, row.State), signed));
        Assert.DoesNotContain(register, row => row.Proof is RegisterProof.Earlier && signed.Any(one => one.Value == row.Shown.CreditCode));
        if (what.Contains("register", StringComparison.Ordinal))
        {
            var altered = Assert.Single(register, row => row.Proof is RegisterProof.Differs);
            Assert.Contains(words, string.Join('\n', altered.Faults), StringComparison.Ordinal);
            var page = await published.City.AsPublicAsync<GreenUnitQuery, GreenUnitPage?>(query => query.ReadAsync(altered.Shown.Id, Cancellation));
            Assert.Equal((altered.Shown, RegisterProof.Differs), (page!.Unit, page.Checked.Proof));
        }

        var line = Assert.Single((await published.City.AsPublicAsync<NoticeListQuery, NoticeList>(query => query.ListAsync(null, Cancellation))).Publications);
        Assert.True(line.Fault is not null || (line.Title, line.DocumentNumber) == (published.Published.Title, published.Published.DocumentNumber), $"{what}: {line}");
        Assert.DoesNotContain("假", line.Title + line.DocumentNumber, StringComparison.Ordinal);
    }

    /// <summary>
    /// A document altered alone, with hash, root and signature left as they are, while the program runs and has verified it before: the verification, the register,
    /// the page of the unit, the lists and the page of the list say the same, and so they do once the document is put back.
    /// </summary>
    [Fact]
    public async Task Of_a_list_that_was_altered_while_the_program_runs_no_page_says_the_opposite_of_another()
    {
        async Task<IEnumerable<bool>> SaidAsync()
        {
            var unit = Assert.Single(await RegisterAsync(), row => row.Shown.CertificateNumber == Certificate);
            var lists = await published.City.AsPublicAsync<NoticeListQuery, NoticeList>(query => query.ListAsync(null, Cancellation));
            return
            [
                (await VerifyAsync(Certificate)).Holds,
                unit.Proof is RegisterProof.Signed,
                (await published.City.AsPublicAsync<GreenUnitQuery, GreenUnitPage?>(query => query.ReadAsync(unit.Shown.Id, Cancellation)))!.Checked.Proof is RegisterProof.Signed,
                Assert.Single(lists.Publications).Fault is null,
                (await published.City.AsPublicAsync<PublicationQuery, PublicationPage?>(query => query.ReadAsync(published.Published.Publication.Id, Cancellation)))!.Check.Holds,
            ];
        }

        Assert.DoesNotContain(false, await SaidAsync());
        await TamperedAsync("update publication set document = replace(document, '核验', '冒名')", async () => Assert.DoesNotContain(true, await SaidAsync()));
        Assert.DoesNotContain(false, await SaidAsync());
    }

    [Fact]
    public async Task Honours_and_events_of_a_unit_are_those_of_the_signed_lists()
    {
        var unit = published.Published.Units[0];
        await TamperedAsync(
            $"update honour set points = 99.99, rule_set = 'x 1' where certificate_number = '{Certificate}';"
            + $"insert into green_unit_event select gen_random_uuid(), municipality_id, green_unit_id, 'Removed', '捏造的移出', occurred_on, publication_id from green_unit_event where green_unit_id = '{unit.GreenUnitId.Value}';",
            async () =>
            {
                var page = await published.City.AsPublicAsync<GreenUnitQuery, GreenUnitPage?>(query => query.ReadAsync(unit.GreenUnitId, Cancellation));
                Assert.Equal((unit.Row.Points, unit.Row.RuleSet), (Assert.Single(page!.Honours).Points, page.Honours[0].RuleSet));
                Assert.Equal([GreenUnitEventKind.Admitted], page.Events.Select(happening => happening.Kind));
                Assert.Equal(2, page.Checked.Faults.Count);
            });
        await TamperedAsync($"update honour set publication_id = null, points = 99.99 where certificate_number = '{Certificate}'", async () =>
        {
            var page = await published.City.AsPublicAsync<GreenUnitQuery, GreenUnitPage?>(query => query.ReadAsync(unit.GreenUnitId, Cancellation));
            Assert.Equal(unit.Row.Points, Assert.Single(page!.Honours).Points);
            Assert.Contains("登记中没有", Assert.Single(page.Checked.Faults), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_unit_of_an_older_list_that_a_signed_one_removed_is_removed_whatever_the_register_says()
    {
        var older = Assert.Single(await RegisterAsync(), row => row.Shown.CertificateNumber == "2023-F-9001").Shown;
        var genuine = published.Published.Check.Document!;
        var removing = SignedDocument.Of(genuine.Heading, genuine.Rows, [new ListedDifference(older.Name, older.CreditCode, RemovesListedUnit: true, "未正常经营生产")]);
        var found = RegisterComparison.Check(older, new SignedRegister("", [new HeldList(published.Published.Publication.Id, removing)]), UnitHistory.None);
        Assert.Equal((GreenUnitState.Removed, RegisterProof.Differs), (found.Shown.State, found.Proof));
        Assert.Contains("已将该单位移出", Assert.Single(found.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_the_register_lost_is_missed_and_a_longer_notice_period_is_not_believed()
    {
        await TamperedAsync($"update honour set publication_id = null where certificate_number = '{Certificate}'", async () =>
            Assert.Equal(1, (await published.City.AsPublicAsync<RegisterSearchQuery, RegisterPage>(query => query.SearchAsync(new RegisterSearch(), Cancellation))).Missing));
        await TamperedAsync("update notice set title = '假公示', ends_at = ends_at + interval '1 year', closed_at = null", async () =>
        {
            var page = await published.City.AsPublicAsync<NoticeQuery, NoticePage?>(query => query.ReadAsync(published.Published.Publication.NoticeId!.Value, Cancellation));
            Assert.False(page!.AcceptsObjections);
            Assert.DoesNotContain("假", page.Title, StringComparison.Ordinal);
            Assert.Equal(2, page.Faults.Count);
        });
    }

    [Fact]
    public async Task A_unit_that_only_the_register_holds_is_refused_and_not_excused_as_older_than_the_signed_lists()
    {
        var code = CreditCodes.Of(770001);
        await TamperedAsync(
            $"create temp table invented as select * from green_unit where certificate_number = '{Certificate}';"
            + $"update invented set id = gen_random_uuid(), credit_code = '{code}', certificate_number = '2026-F-909', name = '重庆冒名厂'; insert into green_unit select * from invented;",
            async () =>
            {
                var found = await VerifyAsync(code);
                Assert.Null(found.Verification);
                Assert.Contains("签名的名单中没有", string.Join('\n', found.Faults), StringComparison.Ordinal);
                Assert.Equal(RegisterProof.Unproven, Assert.Single(await RegisterAsync(), row => row.Shown.CreditCode == code).Proof);
            });
    }

    [Fact]
    public async Task A_list_is_shown_under_the_title_and_number_that_were_signed()
    {
        var genuine = published.Published;
        await TamperedAsync("update publication set title = '假名单', document_number = '假文号'", async () =>
        {
            var page = await published.City.AsPublicAsync<PublicationQuery, PublicationPage?>(query => query.ReadAsync(genuine.Publication.Id, Cancellation));
            Assert.Equal((genuine.Publication.Title, genuine.Publication.DocumentNumber), (page!.Title, page.DocumentNumber));
            Assert.Equal(2, page.Faults.Count);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_list_signed_again_with_a_foreign_key_is_refused_also_when_the_key_stands_in_the_database(bool insertKey)
    {
        var device = new ProtectedKeySigningDevice(new EphemeralDataProtectionProvider());
        var made = device.Create(SigningPurpose.Lists);
        var genuine = published.Published.Check.Document!;
        var forged = SignedDocument.Of(
            genuine.Heading with { KeyFingerprint = PinnedKey.FingerprintOf(made.PublicKey) },
            [.. genuine.Rows.Select((row, index) => index == 0 ? row with { Name = "重庆冒名厂" } : row)],
            genuine.Differences);
        var text = forged.Canonical();
        var signature = Convert.ToBase64String(device.Sign(made.Algorithm, made.ProtectedPrivateKey, Encoding.UTF8.GetBytes(text)));
        var rows = string.Concat(forged.Rows.Select(row =>
            $"update publication_row set text = {Quoted(row.Canonical())}, leaf_hash = '{MerkleTree.LeafHash(row.Canonical())}' where position = {row.Position};"));
        var key = insertKey
            ? "insert into signing_key (id, municipality_id, purpose, algorithm, public_key_pem, fingerprint, protected_private_key, created_at) "
                + $"select gen_random_uuid(), id, 'Lists', 'ES256', {Quoted(PinnedKey.PemOf(made.PublicKey))}, '{PinnedKey.FingerprintOf(made.PublicKey)}', 'x', now() from municipality where code = 'cq';"
            : "";
        await TamperedAsync(
            $"update publication set document = {Quoted(text)}, content_hash = '{CanonicalJson.Hash(text)}', merkle_root = '{forged.MerkleRoot}', signature = '{signature}', public_key_pem = {Quoted(PinnedKey.PemOf(made.PublicKey))};"
            + "update green_unit set name = '重庆冒名厂' where name = '" + SignedName + "';" + rows + key,
            async () =>
            {
                var found = await VerifyAsync(Certificate);
                Assert.False(found.Holds);
                Assert.Null(found.Verification);
                Assert.Contains("未公布的密钥", string.Join('\n', found.Faults), StringComparison.Ordinal);
                var page = await published.City.AsPublicAsync<PublicationQuery, PublicationPage?>(query => query.ReadAsync(published.Published.Publication.Id, Cancellation));
                Assert.False(page!.Check.Holds);
                Assert.Empty(page.Units);
                var hash = await published.City.AsPublicAsync<HashLookupQuery, KnownHash?>(query => query.FindAsync(CanonicalJson.Hash(text), Cancellation));
                Assert.NotNull(hash!.Fault);
            });
    }

    [Fact]
    public async Task The_file_of_a_list_that_was_replaced_on_the_platform_still_proves_itself()
    {
        var list = published.Published.Publication;
        var file = $$"""{"document":{{list.Document}},"signature":"{{list.Signature}}"}""";
        await TamperedAsync("update publication set document = replace(document, '核验', '冒名'), content_hash = repeat('0', 64), merkle_root = repeat('0', 64)", async () =>
        {
            var result = await published.City.AsPublicAsync<CheckListFileHandler, Result<ListFileCheck>>(handler => handler.CheckAsync(file, Cancellation));
            Assert.True(result.Value.Check.Holds);
            Assert.False(result.Value.IsUnchanged);
        });
        var changed = await published.City.AsPublicAsync<CheckListFileHandler, Result<ListFileCheck>>(
            handler => handler.CheckAsync(file.Replace("甲厂", "丙厂", StringComparison.Ordinal), Cancellation));
        Assert.False(changed.Value.Check.Holds);
    }

    /// <summary>A later list names the unit under another number: whoever holds the older certificate is told which number counts now, out of what was signed.</summary>
    [Fact]
    public async Task A_superseded_certificate_number_says_which_one_is_current()
    {
        var genuine = published.Published.Check.Document!;
        var later = SignedDocument.Of(
            genuine.Heading with { Title = "2029年度市级绿色工厂名单", SignedAt = genuine.Heading.SignedAt.AddYears(3) }, [genuine.Rows[0] with { CertificateNumber = "2029-F-001" }], []);
        var text = later.Canonical();
        var signed = await published.City.AsAsync<SignCaseFileHandler, CaseFileSignature?>(CityCases.Officer, Desk.City, handler => handler.HandleAsync(text, Cancellation));
        await TamperedAsync(
            "create temp table later as select * from publication; update later set id = gen_random_uuid(), notice_id = null, comparable_number = 'later', published_at = published_at + interval '3 years',"
            + $" title = '2029年度市级绿色工厂名单', document = {Quoted(text)}, content_hash = '{CanonicalJson.Hash(text)}', merkle_root = '{later.MerkleRoot}', signature = '{signed!.Value}';"
            + " insert into publication select * from later;",
            async () =>
            {
                var found = await VerifyAsync(Certificate);
                Assert.Empty(found.Faults);
                Assert.Equal((Certificate, "2029-F-001", "2029年度市级绿色工厂名单"), (found.Verification!.Row.CertificateNumber, found.Verification.Current!.Text, found.Verification.Current.Title));
            });
        Assert.Null((await VerifyAsync(Certificate)).Verification!.Current);
    }

    [Fact]
    public void After_a_rotation_the_lists_of_the_old_key_verify_and_nothing_newer_of_it_does()
    {
        var list = published.Published.Publication;
        var pin = published.Published.Check.Key!;
        ListCheck Check(params PinnedKey[] keys) =>
            new ListVerifier(new SignatureVerifier(), new ConfiguredTrust(keys)).Check("cq", list.Document, list.ContentHash, list.MerkleRoot, list.Signature);
        Assert.True(Check(pin with { Until = list.PublishedAt.AddDays(1) }).Holds);
        Assert.Contains("有效期", Check(pin with { Until = list.PublishedAt.AddDays(-1) }).Fault, StringComparison.Ordinal);
        Assert.Contains("未公布的密钥", Check().Fault, StringComparison.Ordinal);
        Assert.Contains("未公布的密钥", Check(pin with { Municipality = "yunzhou" }).Fault, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<CheckedUnit>> RegisterAsync() =>
        (await published.City.AsPublicAsync<RegisterSearchQuery, RegisterPage>(query => query.SearchAsync(new RegisterSearch { Size = 200 }, Cancellation))).Entries;

    private Task<VerificationResult> VerifyAsync(string code) => published.City.AsPublicAsync<VerifyQuery, VerificationResult>(query => query.VerifyAsync(code, Cancellation));

    /// <summary>Changes the tables of lists as their owner, past the triggers, and puts everything back.</summary>
    private async Task TamperedAsync(string sql, Func<Task> look)
    {
        string[] tables = ["publication", "publication_row", "green_unit", "honour", "signing_key", "green_unit_event", "notice"];
        await ExecuteAsync(string.Concat(tables.Select(table => $"create table kept_{table} as select * from {table}; alter table {table} disable trigger user;")) + sql);
        try
        {
            await look();
        }
        finally
        {
            await ExecuteAsync(
                "set constraints all deferred; delete from publication where id not in (select id from kept_publication);"
                + "update publication p set title = k.title, document_number = k.document_number, document = k.document, content_hash = k.content_hash, merkle_root = k.merkle_root, signature = k.signature, public_key_pem = k.public_key_pem from kept_publication k where k.id = p.id;"
                + "update publication_row p set text = k.text, leaf_hash = k.leaf_hash from kept_publication_row k where k.id = p.id;"
                + "delete from green_unit where id not in (select id from kept_green_unit);"
                + "update green_unit p set level = k.level, name = k.name, district_name = k.district_name, state = k.state, certificate_number = k.certificate_number, former_names = k.former_names, admitted_year = k.admitted_year from kept_green_unit k where k.id = p.id;"
                + "update honour p set certificate_number = k.certificate_number, points = k.points, rule_set = k.rule_set, publication_id = k.publication_id from kept_honour k where k.id = p.id;"
                + "delete from green_unit_event where id not in (select id from kept_green_unit_event);"
                + "update notice p set title = k.title, ends_at = k.ends_at, closed_at = k.closed_at from kept_notice k where k.id = p.id;"
                + "delete from signing_key where id not in (select id from kept_signing_key);"
                + string.Concat(tables.Select(table => $"alter table {table} enable trigger user; drop table kept_{table};")));
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(published.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
