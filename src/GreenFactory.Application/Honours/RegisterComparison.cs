using GreenFactory.Application.Clock;
using GreenFactory.Domain.Honours;

namespace GreenFactory.Application.Honours;

/// <summary>How far what is shown of a unit was signed.</summary>
public enum RegisterProof
{
    /// <summary>A signed list says what is shown.</summary>
    Signed,

    /// <summary>It was listed before this platform signed lists; nothing speaks for or against it.</summary>
    Earlier,

    /// <summary>The register says something else than a signed list; what was signed is shown.</summary>
    Differs,

    /// <summary>The register holds it, and it should stand in a signed list but does not: nothing of it may be believed.</summary>
    Unproven,
}

/// <summary>A change of name or an honour of a unit that the register alone knows.</summary>
/// <param name="Renamings">Changes of name that no list has signed, with day and ground, the newest first.</param>
/// <param name="AllRenamings">Grounds of every registered change of name.</param>
/// <param name="Earlier">Years and levels of honours of no list of this platform.</param>
/// <param name="ClaimsSigned">Whether an honour claims to rest on a list of this platform.</param>
public sealed record UnitHistory(
    IReadOnlyList<(DateOnly Day, string Ground)> Renamings, IReadOnlyList<string> AllRenamings, IReadOnlyList<(int Year, HonourLevel Level)> Earlier, bool ClaimsSigned)
{
    /// <summary>Nothing is registered.</summary>
    public static readonly UnitHistory None = new([], [], [], false);
}

/// <summary>What may be shown of a unit.</summary>
/// <param name="Shown">The unit with every value that was signed put in the place of the registered one.</param>
/// <param name="Proof">How far it was signed.</param>
/// <param name="Faults">What of the register is not what was signed, in Chinese.</param>
/// <param name="Renamed">A change of name that the register records and no list has signed yet; null for none.</param>
public sealed record CheckedUnit(RegisterEntry Shown, RegisterProof Proof, IReadOnlyList<string> Faults, string? Renamed);

/// <summary>Holds a unit of the register, which anybody with the database could edit, against what was signed. Every page and file that shows units asks it.</summary>
public static class RegisterComparison
{
    /// <summary>Whether the history of the unit has to be read for the comparison.</summary>
    public static bool NeedsHistory(RegisterEntry unit, SignedRegister signed) =>
        signed.Find(unit.CreditCode, unit.Site, unit.CertificateNumber) is not { } standing
        || unit.Name != standing.Row.Name || unit.Level != standing.Rows[0].List.Level || unit.AdmittedYear != standing.FirstYear || unit.FormerNames.Length > 0;

    /// <summary>Compares a unit with the signed lists.</summary>
    public static CheckedUnit Check(RegisterEntry unit, SignedRegister signed, UnitHistory history)
    {
        if (signed.Find(unit.CreditCode, unit.Site, unit.CertificateNumber) is not { } standing)
        {
            if (unit.State is not GreenUnitState.Removed && signed.Removes(unit.CreditCode, unit.Site))
            {
                return new CheckedUnit(unit with { State = GreenUnitState.Removed }, RegisterProof.Differs, [StillListed(unit)], null);
            }

            return history.ClaimsSigned || signed.Covers(unit.Level, unit.AdmittedYear)
                ? new CheckedUnit(unit, RegisterProof.Unproven, ["名录登记有这个单位，但签名的名单中没有。"], null)
                : new CheckedUnit(unit, RegisterProof.Earlier, [], null);
        }

        var faults = Differences(unit, standing, history);
        var change = unit.Name == standing.Row.Name ? null : Renaming(standing, history);
        if (change is null && unit.Name != standing.Row.Name)
        {
            faults.Insert(0, Differs("名称", unit.Name, standing.Row.Name));
        }

        var row = standing.Row;
        var shown = unit with
        {
            Name = change is null ? row.Name : unit.Name,
            FormerNames = string.Join('、', Former(unit).Where(name => IsKnown(name, standing, history))),
            CreditCode = row.CreditCode.Value,
            Site = row.Site,
            DistrictName = row.District,
            Kind = row.Kind,
            Level = LevelHolds(unit, standing, history) ? unit.Level : standing.Rows[0].List.Level,
            State = standing.IsRemoved ? GreenUnitState.Removed : unit.State is GreenUnitState.Removed ? GreenUnitState.Valid : unit.State,
            AdmittedYear = FirstYear(standing, history),
            CertificateNumber = row.CertificateNumber,
        };
        return new CheckedUnit(
            shown,
            faults.Count > 0 ? RegisterProof.Differs : RegisterProof.Signed,
            faults,
            change is { } day ? $"名录登记 {day.Day:yyyy-MM-dd} 更名为“{unit.Name}”（{day.Ground}）。更名在签名之后登记，不在签名之内，签名的名单中名称为“{row.Name}”。" : null);
    }

    private static List<string> Differences(RegisterEntry unit, SignedStanding standing, UnitHistory history)
    {
        var row = standing.Row;
        List<string> faults = [];
        void Compare(string what, string registered, string signed)
        {
            if (registered != signed)
            {
                faults.Add(Differs(what, registered, signed));
            }
        }

        Compare("统一社会信用代码", unit.CreditCode, row.CreditCode.Value);
        Compare("厂区或组团", unit.Site, row.Site);
        Compare("证书编号", unit.CertificateNumber, row.CertificateNumber);
        Compare("类别", HonourWords.Of(unit.Kind), HonourWords.Of(row.Kind));
        Compare("区县", unit.DistrictName, row.District);
        if (!LevelHolds(unit, standing, history))
        {
            faults.Add($"名录登记的级别为“{HonourWords.Of(unit.Level)}”，签名的名单中不是。");
        }

        if (unit.AdmittedYear != FirstYear(standing, history))
        {
            faults.Add(Differs("首次列入年度", $"{unit.AdmittedYear}", $"{FirstYear(standing, history)}"));
        }

        faults.AddRange(Former(unit).Where(name => !IsKnown(name, standing, history)).Select(name => $"名录登记的曾用名“{name}”在签名的名单和更名记录中都没有。"));
        if (unit.State is GreenUnitState.Removed != standing.IsRemoved)
        {
            faults.Add(standing.IsRemoved ? StillListed(unit) : "名录登记为已移出，但签名的名单中没有移出的记录。");
        }

        return faults;
    }

    private static (DateOnly Day, string Ground)? Renaming(SignedStanding standing, UnitHistory history)
    {
        var signedOn = ChinaTime.DayOf(standing.Rows[0].List.Document.Heading.SignedAt);
        return history.Renamings.Where(change => change.Day >= signedOn).Select(change => ((DateOnly, string)?)change).FirstOrDefault();
    }

    private static bool LevelHolds(RegisterEntry unit, SignedStanding standing, UnitHistory history) =>
        unit.Level == standing.Rows[0].List.Level || history.Earlier.Any(honour => honour.Level == unit.Level);

    private static int FirstYear(SignedStanding standing, UnitHistory history) => history.Earlier.Select(honour => honour.Year).Append(standing.FirstYear).Min();

    private static IEnumerable<string> Former(RegisterEntry unit) => unit.FormerNames.Split('、', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsKnown(string name, SignedStanding standing, UnitHistory history) =>
        standing.Names.Contains(name) || history.AllRenamings.Any(ground => ground.Contains($"“{name}”", StringComparison.Ordinal));

    private static string StillListed(RegisterEntry unit) => $"签名的名单已将该单位移出，名录登记却为“{HonourWords.Of(unit.State)}”。";

    private static string Differs(string what, string registered, string signed) => $"名录登记的{what}为“{registered}”，签名的名单中为“{signed}”。";
}
