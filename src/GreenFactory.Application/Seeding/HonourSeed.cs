using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Seeding;

/// <summary>Invented units of the register for a demonstration, each marked as such in its name.</summary>
internal static class HonourSeed
{
    private static readonly (string Code, string Name, string FormerName, string District, OrganisationKind Kind, HonourLevel Level, int Year, GreenUnitState State)[] Units =
    [
        ("9150010A", "重庆桐岭平板玻璃有限公司（演示）", "", "涪陵区", OrganisationKind.Factory, HonourLevel.Municipal, 2023, GreenUnitState.Valid),
        ("9150010B", "重庆澄岚玻璃纤维有限公司（演示）", "重庆澄岚复合材料有限公司（演示）", "璧山区", OrganisationKind.Factory, HonourLevel.National, 2020, GreenUnitState.Valid),
        ("9150010C", "重庆长渡钛业有限公司（演示）", "", "长寿区", OrganisationKind.Factory, HonourLevel.National, 2019, GreenUnitState.Warned),
        ("9150010D", "重庆禾渝泵阀有限公司（演示）", "", "江津区", OrganisationKind.Factory, HonourLevel.Municipal, 2022, GreenUnitState.Valid),
        ("9150010E", "重庆璧川新材料产业园（演示）", "", "璧山区", OrganisationKind.Park, HonourLevel.Municipal, 2024, GreenUnitState.Valid),
        ("9150010F", "重庆澄岚生物饲料有限公司（演示）", "", "荣昌区", OrganisationKind.Factory, HonourLevel.Municipal, 2021, GreenUnitState.Removed),
    ];

    public static async Task ApplyAsync(PortalDbContext db, MunicipalityId municipality, CancellationToken cancellation)
    {
        if (await db.GreenUnits.AnyAsync(cancellation))
        {
            return;
        }

        var districts = await db.Districts.ToDictionaryAsync(row => row.Name, cancellation);
        for (var index = 0; index < Units.Length; index++)
        {
            var row = Units[index];
            var code = InventedCode(row.Code, index);
            var certificate = $"{row.Year}-{(row.Kind is OrganisationKind.Park ? "P" : "F")}-9{index + 1:000}";
            var unit = GreenUnit.Admit(
                new GreenUnitId(StableId.Of("green-unit", municipality.Value.ToString(), code.Value)),
                municipality,
                code,
                row.FormerName.Length > 0 ? row.FormerName : row.Name,
                districts[row.District].Id,
                row.District,
                row.Kind,
                row.Level,
                row.Year,
                certificate);
            db.Add(unit);
            db.Add(Honour.Create(new HonourId(StableId.Of("honour", code.Value)), unit, null, row.Year, row.Level, certificate, points: null, ruleSet: ""));
            AddEvent(db, unit, GreenUnitEventKind.Admitted, "列入绿色制造名单（演示数据）", new DateOnly(row.Year, 12, 18));
            if (row.FormerName.Length > 0)
            {
                unit.Rename(row.Name);
                AddEvent(db, unit, GreenUnitEventKind.Renamed, $"由“{row.FormerName}”更名（演示数据）", new DateOnly(row.Year + 2, 3, 1));
            }

            Settle(db, unit, row.State);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static void Settle(PortalDbContext db, GreenUnit unit, GreenUnitState state)
    {
        if (state is GreenUnitState.Warned)
        {
            unit.Warn();
            AddEvent(db, unit, GreenUnitEventKind.Warned, "得分处于同一规则集后5%，第一年（演示数据）", new DateOnly(2025, 12, 18));
        }
        else if (state is GreenUnitState.Removed)
        {
            unit.Remove();
            AddEvent(db, unit, GreenUnitEventKind.Removed, HonourWords.Of(RemovalGround.NoBenchmarking) + "（演示数据）", new DateOnly(2025, 12, 18));
        }
    }

    private static void AddEvent(PortalDbContext db, GreenUnit unit, GreenUnitEventKind kind, string ground, DateOnly day) =>
        db.Add(GreenUnitEvent.Create(new GreenUnitEventId(StableId.Of("green-unit-event", unit.CreditCode.Value, kind.ToString())), unit, kind, ground, day, null));

    /// <summary>An invented code with valid check characters: the last two characters are tried until both rules hold.</summary>
    private static CreditCode InventedCode(string start, int index)
    {
        const string characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var body = $"{start}DEM{index + 1}{index + 1:0000}";
        return (from digit in characters
                from check in characters
                select CreditCode.Parse($"{body}{digit}{check}")).First(result => result.Succeeded).Value;
    }
}
