using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring;

namespace GreenFactory.Samples.Invented;

/// <summary>What an invented unit types into its forms: its profile, and the answers the score is made from.</summary>
internal static class ProfileAnswers
{
    /// <summary>All fields with what is typed in them.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Of(Organisation organisation, Person signer, string product, Facts facts, Chance chance)
    {
        var typed = Profile(organisation, signer, product, chance).ToDictionary(row => FormField.OfProfile(row.Key).Name, row => (IReadOnlyList<string>)[row.Value]);
        foreach (var (gate, met) in facts.Gates)
        {
            typed[FormField.OfGate(gate).Name] = [met ? "true" : "false"];
        }

        foreach (var (input, answer) in facts.Inputs)
        {
            typed[FormField.OfInput(input).Name] = [.. answer.Parts];
        }

        foreach (var (group, rows) in facts.Groups)
        {
            foreach (var (index, row) in rows.Index())
            {
                foreach (var (input, answer) in row)
                {
                    typed[FormField.OfCell(group, index, input).Name] = [.. answer.Parts];
                }
            }
        }

        return typed;
    }

    private static Dictionary<string, string> Profile(Organisation organisation, Person signer, string product, Chance chance)
    {
        var profile = new Dictionary<string, string>
        {
            ["address"] = organisation.Address,
            ["department"] = "环保部",
            ["contact"] = signer.Name,
            ["phone"] = string.Create(null, $"023-7{chance.Between(1_000_000, 9_999_999)}"),
            ["email"] = $"contact@{SamplePeople.Mailboxes}",
        };
        var answers = organisation.Kind is OrganisationKind.Factory
            ? new Dictionary<string, string>
            {
                ["ownership"] = chance.Pick(["民营企业", "民营企业", "民营企业", "国有其它", "合资企业", "外资企业"]),
                ["process"] = $"主要产品为{product}，配有废气治理和余热回收装置。",
                ["green"] = "建有能源管理体系，近三年完成照明、空压机和屋顶光伏改造，开展清洁生产审核（演示数据）。",
            }
            : new Dictionary<string, string>
            {
                ["level"] = "省级（市级）",
                ["type"] = "省级开发区",
                ["manager"] = $"{signer.Name}，管委会副主任",
                ["body"] = $"{organisation.Name.Replace("（演示）", "", StringComparison.Ordinal)}管理委员会（演示）",
                ["industries"] = "汽车零部件、装备制造、新材料",
                ["area"] = Chance.Typed(chance.Between(6m, 15m, 2)),
                ["enterprises"] = Chance.Typed(chance.Between(60, 240)),
                ["summary"] = "园区以装备制造和新材料为主，集中供热、污水集中处理（演示数据）。",
                ["achievements"] = "推进分布式光伏、余热利用和中水回用，建成能源管理平台（演示数据）。",
            };
        return profile.Concat(answers).ToDictionary();
    }
}
