using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Web.Face.Blocks;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>Puts every answer of a case into words, section by section.</summary>
internal static class AnswerGroups
{
    /// <summary>The answers; those that are not asked are left out.</summary>
    public static IReadOnlyList<AnswerGroup> Of(ApplicantCase work, bool changeable) =>
        [.. CaseProgress.Of(work).Select(part => Group(work, part.Code, changeable))];

    private static AnswerGroup Group(ApplicantCase work, string section, bool changeable)
    {
        var form = SectionForm.Of(work, section);
        var lines = new List<AnswerLine>();
        if (section is SectionCodes.Profile)
        {
            lines.Add(new AnswerLine("单位名称", work.Organisation.Name));
            lines.Add(new AnswerLine("统一社会信用代码", work.Organisation.CreditCode.ToString()));
            lines.Add(new AnswerLine("区县", work.District.Name));
        }

        lines.AddRange(form.Fields.Select(Line));
        lines.AddRange(form.Gates.Select(gate => Line(gate.Field) with { Label = gate.Title }));
        foreach (var card in form.Indicators)
        {
            lines.AddRange(card.Fields.Where(field => !field.Hidden).Select(Line));
            if (card.Excuse is { Text.Length: > 0 } excuse)
            {
                lines.Add(Line(excuse) with { Label = $"{card.Head.Name}：{excuse.Label}" });
            }

            foreach (var rows in card.Rows.Where(rows => !rows.Hidden))
            {
                lines.AddRange(rows.Rows
                    .Where(row => row.Fields.Any(field => field.Text.Length > 0))
                    .SelectMany(row => row.Fields.Where(field => !field.Hidden).Select(field => Line(field) with { Label = $"{row.Title}：{field.Label}" })));
            }
        }

        return new AnswerGroup(CaseTasks.Name(work, section), lines);

        AnswerLine Line(FieldView field) => new(
            field.Label, Words(field), changeable && !field.Locked ? $"{CaseTasks.Path(work, section)}#{field.Id}" : null);
    }

    /// <summary>An answer in words; null where one is missing.</summary>
    public static string? Words(FieldView field)
    {
        if (field.Text.Length == 0)
        {
            return field.Optional ? "（未填，选填）" : null;
        }

        var text = field.Options.Count == 0
            ? QuantityWords.WithUnit(field.Text, field.Unit)
            : string.Join("、", field.Values.Select(value => field.Options.FirstOrDefault(option => option.Value == value).Label ?? value));
        return field.Justified.Length > 0 ? $"{text}（说明：{field.Justified}）" : text;
    }
}
