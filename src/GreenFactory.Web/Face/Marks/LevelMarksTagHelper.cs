using System.Text.Encodings.Web;
using GreenFactory.Application.RuleLibrary.Values;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Web.Scores;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Marks;

/// <summary>
/// The marks of the 引领值 and 基准值 to which an indicator is held, each mark once; where products differ in it, each says which row it speaks of. Nothing where the levels are no
/// numbers of a table.
/// </summary>
[HtmlTargetElement("gf-level-marks", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LevelMarksTagHelper(ConfirmedValuesReader confirmed, HtmlEncoder encoder) : TagHelper
{
    /// <summary>The indicator, evaluated with its trace.</summary>
    [HtmlAttributeName("of")]
    public required IndicatorScore Of { get; set; }

    /// <summary>The request.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext Context { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (LevelSources.Of(Of) is not { Count: > 0 } sources)
        {
            return;
        }

        var values = await confirmed.ReadAsync(Context.HttpContext.RequestAborted);
        var marks = sources.Select(source => (source.Label, Mark: ProvenanceWord.Describe(source.Provenance.ToString(), values.Of(source.Fingerprint)))).ToList();
        var differ = marks.Select(mark => mark.Mark.Word).Distinct().Skip(1).Any();
        foreach (var (label, (word, meaning, cssClass)) in marks.DistinctBy(mark => differ ? mark.Label + mark.Mark.Word : mark.Mark.Word))
        {
            output.Content.AppendHtml($"<span class=\"gf-prov gf-prov--{cssClass}\" title=\"{encoder.Encode(meaning)}\">{encoder.Encode(differ ? $"{label}：{word}" : word)}</span> ");
        }
    }
}
