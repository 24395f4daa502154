using GreenFactory.Application.Data;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A later signed list that says something newer of the same unit.</summary>
/// <param name="Title">Title of the list.</param>
/// <param name="SignedAt">When it was signed.</param>
/// <param name="Text">The current certificate number, or the ground of the removal.</param>
public sealed record LaterWord(string Title, DateTimeOffset SignedAt, string Text);

/// <summary>Everything by which anybody can check that a unit stands in a signed list. All of it was signed.</summary>
/// <param name="Publication">The list, as stored.</param>
/// <param name="Document">The list, as signed.</param>
/// <param name="Key">The pinned key that signed it.</param>
/// <param name="Row">The unit as signed.</param>
/// <param name="RowText">Canonical JSON of the row.</param>
/// <param name="LeafHash">Its hash in the tree.</param>
/// <param name="Proof">Neighbours from the row to the root.</param>
/// <param name="Current">The certificate that replaced this one; null when this is the current one.</param>
/// <param name="Removed">The removal from the list; null while the unit is on it.</param>
public sealed record Verification(
    Publication Publication, SignedDocument Document, PinnedKey Key, ListedRow Row, string RowText, string LeafHash, IReadOnlyList<MerkleStep> Proof, LaterWord? Current, LaterWord? Removed);

/// <summary>Outcome of a look-up.</summary>
/// <param name="Unit">The unit of the register, which anybody with the database could edit; null when it holds none.</param>
/// <param name="Verification">What was signed; null when no list that holds names the code.</param>
/// <param name="Faults">What should prove the code and does not hold, in Chinese: the verification fails.</param>
/// <param name="Renamed">What the register says of a change of name after the signing; not signed.</param>
public sealed record VerificationResult(GreenUnit? Unit, Verification? Verification, IReadOnlyList<string> Faults, string? Renamed = null)
{
    /// <summary>The unit's row in every list that holds and names it.</summary>
    public IReadOnlyDictionary<PublicationId, ListedRow> Signed { get; init; } = new Dictionary<PublicationId, ListedRow>();

    /// <summary>The latest signed row of every other site or group under the same credit code.</summary>
    public IReadOnlyList<ListedRow> Siblings { get; init; } = [];

    /// <summary>The signed removal of a unit that no signed list names, because it was listed before; null for none.</summary>
    public LaterWord? AnnouncedRemoval { get; init; }

    /// <summary>Whether a signed list proves the code and nothing speaks against it.</summary>
    public bool Holds => Verification is not null && Faults.Count == 0;
}

/// <summary>
/// Proves that a code stands in a signed list. What is said of the unit comes from the signed rows alone; the register is only compared.
/// At most ten queries.
/// </summary>
public sealed class VerifyQuery(PortalDbContext db, MunicipalityCodeReader codes, ListVerifier verifier, UnitHistoryReader histories)
{
    private const int LongestCode = 40;

    /// <summary>Looks a unit up by its whole certificate number or credit code, in any spelling.</summary>
    public async Task<VerificationResult> VerifyAsync(string? code, CancellationToken cancellation)
    {
        var text = CertificateNumber.Read(code) ?? ComparableText.Code(code);
        if (text.Length is 0 or > LongestCode || !text.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            return new VerificationResult(null, null, []);
        }

        var creditCode = CreditCode.FromStored(text);
        var unit = await db.GreenUnits.AsNoTracking()
            .FirstOrDefaultAsync(row => row.CreditCode == creditCode || db.Honours.Any(honour => honour.GreenUnitId == row.Id && honour.CertificateNumber == text), cancellation);
        var lists = await ListsAsync(text, cancellation);
        var asked = lists.SelectMany(list => list.Rows.Select(row => (List: list, Row: row))).FirstOrDefault(found => found.Row.CreditCode == creditCode || found.Row.CertificateNumber == text);
        if (asked.Row is not null && asked.Row.CreditCode != creditCode)
        {
            // A certificate number that was taken away in the register does not hide the unit.
            unit ??= await db.GreenUnits.AsNoTracking().FirstOrDefaultAsync(row => row.CreditCode == asked.Row.CreditCode && row.Site == asked.Row.Site, cancellation);
            lists = [.. lists.UnionBy(await ListsAsync(asked.Row.CreditCode.Value, cancellation), list => list.Publication.Id).OrderByDescending(list => list.Publication.PublishedAt)];
        }

        if (asked.Row is not null && unit is not null && unit.CreditCode == asked.Row.CreditCode && unit.Site != asked.Row.Site)
        {
            unit = await db.GreenUnits.AsNoTracking().FirstOrDefaultAsync(row => row.CreditCode == asked.Row.CreditCode && row.Site == asked.Row.Site, cancellation) ?? unit;
        }

        List<string> faults = [.. lists.Where(list => !list.Check.Holds).Select(list => $"《{list.Publication.Title}》：{list.Check.Fault}")];
        if (asked.Row is null)
        {
            if (unit is not null && faults.Count == 0 && await ShouldBeSignedAsync(unit, cancellation))
            {
                faults.Add("名录登记有这个单位，但签名的名单中没有。");
            }

            return new VerificationResult(unit, null, faults) { AnnouncedRemoval = unit is null ? null : await AnnouncedRemovalAsync(unit, cancellation) };
        }

        return await ResultAsync(unit, lists, asked.List, asked.Row, faults, cancellation);
    }

    private async Task<LaterWord?> AnnouncedRemovalAsync(GreenUnit unit, CancellationToken cancellation)
    {
        var held = (await ListsAsync(unit.CreditCode.Value, cancellation)).FindAll(list => list.Check.Holds);
        var removal = new SignedRegister("", held.Select(list => new HeldList(list.Publication.Id, list.Check.Document!))).Removal(unit.CreditCode.Value, unit.Site);
        return removal is { } found ? new LaterWord(found.List.Document.Heading.Title, found.List.Document.Heading.SignedAt, found.Ground) : null;
    }

    /// <summary>Whether a list of this platform should name the unit: an honour says so, or it was admitted when the municipality's lists were signed already.</summary>
    private Task<bool> ShouldBeSignedAsync(GreenUnit unit, CancellationToken cancellation) => db.Publications.AnyAsync(
        list => list.NoticeId != null && (db.Honours.Any(honour => honour.GreenUnitId == unit.Id && honour.PublicationId != null)
            || (unit.Level == HonourLevel.Municipal && db.Campaigns.Any(campaign => campaign.Id == list.CampaignId && campaign.Year <= unit.AdmittedYear))),
        cancellation);

    private async Task<VerificationResult> ResultAsync(GreenUnit? unit, List<SignedList> lists, SignedList list, ListedRow row, List<string> faults, CancellationToken cancellation)
    {
        var stored = await db.PublicationRows.AsNoTracking().Where(line => line.PublicationId == list.Publication.Id).OrderBy(line => line.Position).ToListAsync(cancellation);
        List<string> texts = [.. list.Rows.Select(signed => signed.Canonical())];
        var leaves = texts.Select(MerkleTree.LeafHash).ToList();
        if (!stored.Select(line => line.Text).SequenceEqual(texts) || !stored.Select(line => line.LeafHash).SequenceEqual(leaves))
        {
            faults.Add($"《{list.Publication.Title}》登记的各行与签名的名单不一致。");
        }

        var index = list.Rows.ToList().IndexOf(row);
        var later = lists.Where(other => other.Check.Holds && other.Publication.PublishedAt > list.Publication.PublishedAt).ToList();
        var current = later.SelectMany(other => other.Rows.Where(next => next.IsSameUnit(row)).Select(next => Word(other, next.CertificateNumber))).FirstOrDefault();
        var removed = lists.Where(other => other.Check.Holds && other.Publication.PublishedAt >= list.Publication.PublishedAt)
            .Select(other => (List: other, Removal: other.Check.Document!.Differences.FirstOrDefault(difference => difference.RemovesListedUnit && difference.CreditCode == row.CreditCode.Value && difference.Site == row.Site)))
            .Where(other => other.Removal is not null && !lists.Any(after => after.Check.Holds && after.Publication.PublishedAt > other.List.Publication.PublishedAt
                && after.Check.Document!.Differences.Any(difference => difference.RestoresUnit && difference.CreditCode == row.CreditCode.Value && difference.Site == row.Site)) && !later.Any(after => after.Publication.PublishedAt > other.List.Publication.PublishedAt && after.Rows.Any(next => next.IsSameUnit(row))))
            .Select(other => Word(other.List, other.Removal!.Explanation)).FirstOrDefault();
        var renamed = await CompareAsync(unit, lists, list, current, faults, cancellation);
        return new VerificationResult(
            unit, new Verification(list.Publication, list.Check.Document!, list.Check.Key!, row, texts[index], leaves[index], MerkleTree.Proof(leaves, index), current, removed), faults, renamed)
        {
            Signed = lists.Select(other => (other.Publication.Id, Row: other.Rows.FirstOrDefault(one => one.IsSameUnit(row))))
                .Where(other => other.Row is not null).ToDictionary(other => other.Id, other => other.Row!),
            Siblings = [.. lists.SelectMany(other => other.Rows).Where(one => one.CreditCode == row.CreditCode && one.Site != row.Site).DistinctBy(one => one.Site)],
        };
    }

    /// <summary>Holds the register against what was signed last; what a recorded change of name explains is told, everything else is a fault.</summary>
    private async Task<string?> CompareAsync(GreenUnit? unit, List<SignedList> lists, SignedList list, LaterWord? current, List<string> faults, CancellationToken cancellation)
    {
        if (unit is null)
        {
            faults.Add("签名的名单中有这个单位，名录登记中却没有。");
            return null;
        }

        faults.AddRange(PublicationPage.HeadingFaults(list.Publication, list.Check.Document!));
        if (current is not null)
        {
            return null;
        }

        var entry = RegisterEntry.Of(unit);
        var signed = new SignedRegister("", lists.Where(one => one.Check.Holds).Select(one => new HeldList(one.Publication.Id, one.Check.Document!)));
        var known = RegisterComparison.NeedsHistory(entry, signed) ? await histories.ReadAsync([unit.Id], cancellation) : new Dictionary<GreenUnitId, UnitHistory>();
        var compared = RegisterComparison.Check(entry, signed, known.GetValueOrDefault(unit.Id, UnitHistory.None));
        faults.AddRange(compared.Faults);
        return compared.Renamed;
    }

    /// <summary>Publications whose document holds the text, the newest first, each checked.</summary>
    private async Task<List<SignedList>> ListsAsync(string text, CancellationToken cancellation)
    {
        var quoted = $"\"{text}\"";
        var municipality = await codes.ReadAsync(cancellation);
        var found = await db.Publications.AsNoTracking().Where(row => row.Document.Contains(quoted)).OrderByDescending(row => row.PublishedAt).ToListAsync(cancellation);
        return [.. found.Select(row => new SignedList(row, Checked(municipality, row)))];
    }

    private ListCheck Checked(string municipality, Publication row)
    {
        var check = verifier.Check(municipality, row.Document, row.ContentHash, row.MerkleRoot, row.Signature);
        return check.Holds && check.Document!.Heading.Kind != SignedDocument.Publication ? check with { Fault = "它不是发布的名单。" } : check;
    }

    private static LaterWord Word(SignedList list, string text) => new(list.Check.Document!.Heading.Title, list.Check.Document.Heading.SignedAt, text);

    private sealed record SignedList(Publication Publication, ListCheck Check)
    {
        /// <summary>The rows that may be believed.</summary>
        public IReadOnlyList<ListedRow> Rows => Check.Holds ? Check.Document!.Rows : [];
    }
}
